package groundschool.terminal.aws;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.terminal.shell.Invocation;
import java.util.Map;
import java.util.Optional;

/// As whom the command line calls: as the learner, unless the environment holds other keys, as it
/// does after `export AWS_ACCESS_KEY_ID=…`.
///
/// Source: [Environment
/// variables](https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html)
final class Identity {

    private static final String KEY = "AWS_ACCESS_KEY_ID";
    private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
    private static final String TOKEN = "AWS_SESSION_TOKEN";

    private Identity() {}

    /// @param operation what is to be called, for the message
    /// @throws CliException if there is only half of the keys, they are none of this sandbox's, or
    ///   their time is over
    static Caller of(
            Emulator emulator, Caller own, String region, String operation, Invocation invocation) {
        var environment = invocation.environment();
        var key = given(environment, KEY);
        if (key.isEmpty()) {
            return new Caller(own.sandbox(), own.principal(), region, own.key(), own.userAgent());
        }
        var secret =
                given(environment, SECRET)
                        .orElseThrow(() ->
                                CliException.failed(
                                        "\nPartial credentials found in env, missing: %s\n"
                                                .formatted(SECRET)));
        try {
            var other = emulator.caller(key.get(), secret, given(environment, TOKEN), region);
            if (other.sandbox() == own.sandbox()) {
                return other;
            }
            throw CliException.failed(
                    "\nThe keys in the environment belong to another sandbox than this terminal's.\n");
        } catch (AwsException refusal) {
            throw CliException.refused(
                    "An error occurred (%s) when calling the %s operation: %s"
                            .formatted(refusal.code(), operation, refusal.message()));
        }
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
