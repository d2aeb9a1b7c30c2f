package groundschool.emulator.lambda.function;

import java.time.Instant;
import java.util.Optional;

/// A name of its own at which a function, or an alias of one, answers HTTP.
///
/// Source: [Function URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html)
///
/// @param id the first label of its host
/// @param alias absent if it is the function's newest version that answers
/// @param authType `NONE` or `AWS_IAM`
/// @param invokeMode `BUFFERED` or `RESPONSE_STREAM`; absent as long as nothing was said
/// @param createdAt on the sandbox's clock
/// @param changedAt on the sandbox's clock
public record FunctionUrl(
        String id,
        String function,
        Optional<String> alias,
        String authType,
        Optional<Cors> cors,
        Optional<String> invokeMode,
        Instant createdAt,
        Instant changedAt) {

    /// What a sandbox claims, so that callers whom nobody knows are led to it.
    public static String claim(String id) {
        return "lambda-url:" + id;
    }

    /// Whether whoever calls must sign, and be allowed to.
    public boolean isGuarded() {
        return authType.equals("AWS_IAM");
    }

    /// Whether answers are sent as they come.
    public boolean isStreamed() {
        return invokeMode.filter("RESPONSE_STREAM"::equals).isPresent();
    }
}
