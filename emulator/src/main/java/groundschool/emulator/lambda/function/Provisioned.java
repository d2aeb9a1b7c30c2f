package groundschool.emulator.lambda.function;

import java.time.Instant;
import java.util.Optional;

/// Environments of a version, or of what an alias leads to, that are initialized before they are
/// needed.
///
/// Source: [Configuring provisioned
/// concurrency](https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html)
///
/// @param qualifier a version's number, or an alias
/// @param requested how many invocations at once they are for
/// @param allocated how many are ready
/// @param status `IN_PROGRESS`, `READY` or `FAILED`
/// @param reason of a failure
/// @param lastModified on the sandbox's clock
public record Provisioned(
        String function,
        String qualifier,
        int requested,
        int allocated,
        String status,
        Optional<String> reason,
        Instant lastModified) {

    /// What was just asked for, while `allocated` of the environments before are still there.
    public static Provisioned asked(
            String function, String qualifier, int requested, int allocated, Instant now) {
        return new Provisioned(
                function, qualifier, requested, allocated, "IN_PROGRESS", Optional.empty(), now);
    }

    public Provisioned ready() {
        return new Provisioned(
                function, qualifier, requested, requested, "READY", Optional.empty(), lastModified);
    }

    public Provisioned failed(String why) {
        return new Provisioned(
                function, qualifier, requested, 0, "FAILED", Optional.of(why), lastModified);
    }
}
