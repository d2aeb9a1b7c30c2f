package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.Logging;
import java.util.Optional;

/// How a function is to log.
///
/// Source: [LoggingConfig](https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html)
public record LoggingConfig(
        Optional<String> logFormat,
        Optional<String> applicationLogLevel,
        Optional<String> systemLogLevel,
        Optional<String> logGroup) {

    /// @param before what is kept where nothing is said
    Logging over(Logging before) {
        LambdaErrors.refuse(
                "LoggingConfig.LogFormat with the value JSON",
                logFormat.filter(format -> format.equals("JSON")).isPresent());
        if (applicationLogLevel.isPresent() || systemLogLevel.isPresent()) {
            throw LambdaErrors.invalid(
                    "You must enable JSON structured logging before you can configure log levels.");
        }
        return new Logging(
                "Text", Optional.empty(), Optional.empty(), logGroup.orElse(before.logGroup()));
    }
}
