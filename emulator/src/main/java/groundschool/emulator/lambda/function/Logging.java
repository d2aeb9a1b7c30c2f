package groundschool.emulator.lambda.function;

import java.util.Optional;

/// Where a function logs, and how.
///
/// Source: [LoggingConfig](https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html)
public record Logging(
        String logFormat,
        Optional<String> applicationLogLevel,
        Optional<String> systemLogLevel,
        String logGroup) {

    public static final String TEXT = "Text";
    public static final String JSON = "JSON";

    /// The level of both kinds where none was said.
    public static final String USUAL_LEVEL = "INFO";

    /// What a function has that says nothing.
    public static Logging usual(String function) {
        return new Logging("Text", Optional.empty(), Optional.empty(), "/aws/lambda/" + function);
    }
}
