package groundschool.emulator.lambda.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.EventInvoking;
import groundschool.emulator.lambda.function.FunctionVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// What becomes of asynchronous invocations, as Lambda shows it.
///
/// Source:
/// [FunctionEventInvokeConfig](https://docs.aws.amazon.com/lambda/latest/api/API_FunctionEventInvokeConfig.html)
public record EventInvokeConfig(
        Instant lastModified,
        String functionArn,
        Optional<Integer> maximumRetryAttempts,
        Optional<Integer> maximumEventAgeInSeconds,
        DestinationConfig destinationConfig) {

    private static final Pattern BUCKET =
            Pattern.compile("arn:aws:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private static final String NO_FUNCTION = "The function doesn't exist.";

    /// What a request says of it.
    record Wish(
            Optional<Integer> retries,
            Optional<Integer> age,
            Optional<DestinationConfig> destinations) {}

    static EventInvokeConfig of(EventInvoking kept, FunctionReference function) {
        return new EventInvokeConfig(
                kept.lastModified(),
                function.qualified(kept.qualifier()).arn(),
                kept.maximumRetryAttempts(),
                kept.maximumEventAgeInSeconds(),
                new DestinationConfig(
                        Optional.of(new DestinationConfig.Target(kept.onSuccess())),
                        Optional.of(new DestinationConfig.Target(kept.onFailure()))));
    }

    static void requireFunction(FunctionReference reference, Functions functions) {
        if (functions.find(reference.region(), reference.name()).isEmpty()) {
            throw LambdaErrors.notFound(NO_FUNCTION);
        }
    }

    /// @throws groundschool.emulator.AwsException if nothing was said of it
    static EventInvoking find(FunctionReference reference, Functions functions) {
        var qualifier = reference.qualifier().orElse(FunctionVersion.LATEST);
        return functions
                .eventInvoking()
                .get(reference.region(), reference.name(), qualifier)
                .orElseThrow(() ->
                        LambdaErrors.notFound(
                                "The function %s doesn't have an EventInvokeConfig"
                                        .formatted(reference.qualified(qualifier).arn())));
    }

    /// @param before what stays where nothing is said
    static EventInvokeConfig put(
            FunctionReference reference,
            Optional<EventInvoking> before,
            Wish wish,
            Functions functions,
            Call call) {
        if (functions.findVersion(reference).isEmpty()) {
            throw LambdaErrors.notFound(NO_FUNCTION);
        }
        if (wish.retries().isEmpty() && wish.age().isEmpty() && wish.destinations().isEmpty()) {
            throw LambdaErrors.invalid(
                    "You must specify at least one of error handling or destination setting.");
        }
        wish.destinations().ifPresent(config -> check(config, reference, functions));
        var destinations = wish.destinations();
        var after =
                new EventInvoking(
                        reference.name(),
                        reference.qualifier().orElse(FunctionVersion.LATEST),
                        wish.retries()
                                .or(() -> before.flatMap(EventInvoking::maximumRetryAttempts)),
                        wish.age()
                                .or(() -> before.flatMap(EventInvoking::maximumEventAgeInSeconds)),
                        destinations.isPresent()
                                ? destinations
                                        .get()
                                        .onSuccess()
                                        .flatMap(DestinationConfig.Target::arn)
                                : before.flatMap(EventInvoking::onSuccess),
                        destinations.isPresent()
                                ? destinations
                                        .get()
                                        .onFailure()
                                        .flatMap(DestinationConfig.Target::arn)
                                : before.flatMap(EventInvoking::onFailure),
                        call.now());
        functions.eventInvoking().put(after, call.region(), after.function(), after.qualifier());
        return of(after, reference);
    }

    private static void check(
            DestinationConfig config, FunctionReference reference, Functions functions) {
        config.onSuccess()
                .flatMap(DestinationConfig.Target::arn)
                .ifPresent(arn -> check(arn, false, config, reference, functions));
        config.onFailure()
                .flatMap(DestinationConfig.Target::arn)
                .ifPresent(arn -> check(arn, true, config, reference, functions));
    }

    private static void check(
            String arn,
            boolean isForFailures,
            DestinationConfig config,
            FunctionReference reference,
            Functions functions) {
        // arn:aws:lambda:region:account:function:name:qualifier
        var parts = arn.split(":");
        var service = parts.length > 2 ? parts[2] : "";
        switch (service) {
            case "lambda" -> {
                if (parts.length < 7 || functions.find(parts[3], parts[6]).isEmpty()) {
                    throw LambdaErrors.invalid("The destination ARN %s is invalid.".formatted(arn));
                }
                if (parts[6].equals(reference.name())) {
                    throw LambdaErrors.invalid(
                            "You can't specify the function as a destination for itself.");
                }
            }
            case "sqs", "sns", "events" ->
                    throw LambdaErrors.notYet("destinations of the service " + service);
            case "s3" -> {
                // Buckets are told of failures only.
                if (!isForFailures || !BUCKET.matcher(arn).matches()) {
                    throw invalid(config);
                }
            }
            default -> throw invalid(config);
        }
    }

    private static AwsException invalid(DestinationConfig config) {
        return LambdaErrors.invalid(
                "The provided destination config %s is invalid.".formatted(config));
    }
}
