package groundschool.emulator.lambda.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A family of Lambda's runtimes, and how an environment of it is started.
sealed interface Language permits NodeJs, Python, Java, Custom {

    /// @param runtime such as `nodejs22.x`
    /// @return nothing if environments of that runtime are not emulated
    static Optional<Language> of(String runtime) {
        if (NodeJs.VERSIONS.contains(runtime)) {
            return Optional.of(new NodeJs(runtime));
        }
        if (Python.VERSIONS.contains(runtime)) {
            return Optional.of(new Python(runtime));
        }
        if (Java.VERSIONS.contains(runtime)) {
            return Optional.of(new Java(runtime));
        }
        return Custom.VERSIONS.contains(runtime)
                ? Optional.of(new Custom(runtime))
                : Optional.empty();
    }

    /// Finds what runs it on this machine: the closest version.
    ///
    /// @throws groundschool.emulator.AwsException if there is none, which says what was looked for
    Program find(Programs programs);

    /// What to execute, as seen from inside.
    List<String> command(Program program, Layout layout, EnvironmentSpec spec);

    /// Variables that only its environments have.
    Map<String, String> variables(Layout layout);

    /// How AWS names the version, such as `nodejs:22`.
    String label();

    /// What is wrong with what its environments start by, once one has ended at its start.
    ///
    /// @param status that it ended with
    default Optional<String> faultOfEntry(EnvironmentSpec spec, int status) {
        return Optional.empty();
    }

    /// Whether its runtime marks the end of each invocation in its output.
    boolean isMarked();
}
