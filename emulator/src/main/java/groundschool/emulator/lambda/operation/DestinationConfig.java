package groundschool.emulator.lambda.operation;

import java.util.Optional;

/// Whom to tell what became of an event.
///
/// Source:
/// [DestinationConfig](https://docs.aws.amazon.com/lambda/latest/api/API_DestinationConfig.html)
public record DestinationConfig(Optional<Target> onSuccess, Optional<Target> onFailure) {

    /// @param destination an ARN
    public record Target(Optional<String> destination) {

        Optional<String> arn() {
            return destination.filter(arn -> !arn.isEmpty());
        }
    }

    /// As Lambda's message shows it.
    @Override
    public String toString() {
        return "DestinationConfig(onSuccess=%s, onFailure=%s)"
                .formatted(text("OnSuccess", onSuccess), text("OnFailure", onFailure));
    }

    private static String text(String kind, Optional<Target> target) {
        return target.map(each ->
                        "%s(destination=%s)".formatted(kind, each.destination().orElse("null")))
                .orElse("null");
    }
}
