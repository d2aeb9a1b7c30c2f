package groundschool.emulator.lambda.function;

import java.time.Instant;
import java.util.Optional;

/// A version of a function: code and how it is run.
///
/// @param function the function's name
/// @param version `$LATEST`, or a number once it is published
/// @param lastModified on the sandbox's clock
/// @param builtAs the revision id that code and configuration came with, if it has had others since
public record FunctionVersion(
        String function,
        String version,
        Configuration configuration,
        Code code,
        Instant lastModified,
        String revisionId,
        Optional<String> builtAs) {

    /// The version that can be changed.
    public static final String LATEST = "$LATEST";

    /// Code and configuration that are new.
    public FunctionVersion(
            String function,
            String version,
            Configuration configuration,
            Code code,
            Instant lastModified,
            String revisionId) {
        this(function, version, configuration, code, lastModified, revisionId, Optional.empty());
    }

    /// What environments share that are alike.
    public String key() {
        return function + ":" + version + ":" + builtAs.orElse(revisionId);
    }

    /// The same with another revision id, as it gets one when it is published or its policy
    /// changes: environments live on.
    public FunctionVersion revised(String otherRevisionId) {
        return new FunctionVersion(
                function,
                version,
                configuration,
                code,
                lastModified,
                otherRevisionId,
                Optional.of(builtAs.orElse(revisionId)));
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
