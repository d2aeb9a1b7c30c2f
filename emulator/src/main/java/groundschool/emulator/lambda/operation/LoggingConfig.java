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
        var group = logGroup.orElse(before.logGroup());
        if (!logFormat.orElse(before.logFormat()).equals(Logging.JSON)) {
            if (applicationLogLevel.isPresent() || systemLogLevel.isPresent()) {
                throw LambdaErrors.invalid(
                        "You must enable JSON structured logging before you can configure log levels.");
            }
            return new Logging(Logging.TEXT, Optional.empty(), Optional.empty(), group);
        }
        return new Logging(
                Logging.JSON,
                applicationLogLevel.or(before::applicationLogLevel).or(LoggingConfig::usual),
                systemLogLevel.or(before::systemLogLevel).or(LoggingConfig::usual),
                group);
    }

    private static Optional<String> usual() {
        return Optional.of(Logging.USUAL_LEVEL);
    }
}
