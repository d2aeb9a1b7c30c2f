package groundschool.emulator.lambda.function;

import java.time.Instant;

/// A version of a function: code and how it is run.
///
/// @param function the function's name
/// @param version `$LATEST`, or a number once it is published
/// @param lastModified on the sandbox's clock
public record FunctionVersion(
        String function,
        String version,
        Configuration configuration,
        Code code,
        Instant lastModified,
        String revisionId) {

    /// The version that can be changed.
    public static final String LATEST = "$LATEST";

    /// What environments share that are alike.
    public String key() {
        return function + ":" + version + ":" + revisionId;
    }

    /// The same with another revision id.
    public FunctionVersion revised(String otherRevisionId) {
        return new FunctionVersion(
                function, version, configuration, code, lastModified, otherRevisionId);
    }

    /// The same under a number.
    public FunctionVersion published(String number, String description, String otherRevisionId) {
        return new FunctionVersion(
                function,
                number,
                configuration.described(description),
                code,
                lastModified,
                otherRevisionId);
    }
}
