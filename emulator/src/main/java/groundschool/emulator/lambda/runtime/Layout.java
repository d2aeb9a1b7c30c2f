package groundschool.emulator.lambda.runtime;

import java.nio.file.Path;

/// Where a function sees its things.
///
/// @param task its code
/// @param opt its layers
/// @param runtime our bootstraps
/// @param temporary what it may write to
/// @param runtimeApi host and port
/// @param aws host and port of where its calls to AWS go
/// @param relay what our bootstraps and relays are told: the sockets that lead out of an isolated
///   environment; empty where there is none to relay to
record Layout(
        Path task,
        Path opt,
        Path runtime,
        Path temporary,
        String runtimeApi,
        String aws,
        java.util.List<String> relay) {

    private static final String SOCKETS = "/run/lambda";

    /// Where an isolated environment reaches the runtime API without a relay.
    static final String RUNTIME_SOCKET = SOCKETS + "/runtime";

    /// The same for a program within, beside which another relays already.
    Layout relayed() {
        return new Layout(task, opt, runtime, temporary, runtimeApi, aws, java.util.List.of());
    }

    /// As on AWS. Two ports of its own loopback interface are relayed to two Unix sockets.
    static Layout isolated() {
        return new Layout(
                Path.of("/var/task"),
                Path.of("/opt"),
                Path.of("/var/runtime"),
                Path.of("/tmp"),
                "127.0.0.1:9001",
                "127.0.0.1:4566",
                java.util.List.of("9001=" + SOCKETS + "/runtime", "4566=" + SOCKETS + "/aws"));
    }
}
