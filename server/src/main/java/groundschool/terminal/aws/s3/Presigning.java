package groundschool.terminal.aws.s3;

import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.wire.PresignedUrl;
import groundschool.terminal.aws.Calls;
import groundschool.terminal.aws.CliException;
import groundschool.terminal.shell.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// `aws s3 presign`: an address that lets whoever has it get an object for a while.
record Presigning(Emulator emulator, Calls calls, Arguments arguments, Invocation invocation) {

    private static final Duration USUAL = Duration.ofHours(1);

    int run() {
        var uri = S3Uri.of(S3Commands.onlyUri("presign", arguments));
        var lasts =
                arguments
                        .one("--expires-in")
                        .map(text -> Duration.ofSeconds(seconds(text)))
                        .orElse(USUAL);
        var token =
                Optional.ofNullable(invocation.environment().get("AWS_SESSION_TOKEN"))
                        .filter(it -> !it.isBlank());
        var url =
                PresignedUrl.get(
                        emulator.address(),
                        uri.bucket(),
                        uri.key(),
                        key(),
                        token,
                        calls.caller().region(),
                        Instant.now(),
                        lasts);
        invocation.out(url + "\n");
        return 0;
    }

    private static long seconds(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw CliException.usage(
                    "argument --expires-in: invalid int value: '%s'".formatted(text));
        }
    }

    /// The key of the environment, or else the learner's own.
    private AccessKey key() {
        var id = calls.caller().key();
        var secret = Optional.ofNullable(invocation.environment().get("AWS_SECRET_ACCESS_KEY"));
        if (id.isPresent()
                && secret.isPresent()
                && invocation.environment().containsKey("AWS_ACCESS_KEY_ID")) {
            var caller = calls.caller();
            return new AccessKey(id.get(), secret.get(), caller.principal(), caller.sandbox().id());
        }
        return id.flatMap(emulator.sandboxes()::key)
                .orElseThrow(() -> CliException.failed("Unable to locate credentials"));
    }
}
