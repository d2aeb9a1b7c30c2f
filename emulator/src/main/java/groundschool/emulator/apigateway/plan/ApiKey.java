package groundschool.emulator.apigateway.plan;

import groundschool.emulator.apigateway.GatewayErrors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A text by which a client is told from others, and metered.
///
/// Source: [ApiKey](https://docs.aws.amazon.com/apigateway/latest/api/API_ApiKey.html)
///
/// @param value shown where it was asked for
public record ApiKey(
        String id,
        Optional<String> value,
        Optional<String> name,
        Optional<String> customerId,
        Optional<String> description,
        boolean enabled,
        Instant createdDate,
        Instant lastUpdatedDate,
        List<String> stageKeys,
        Optional<Map<String, String>> tags) {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 128;
    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_DESCRIPTION = 125_000;

    /// As it is shown.
    ///
    /// @param whole whether with its value
    public ApiKey shown(boolean whole) {
        return with(
                whole ? value : Optional.empty(),
                tags.filter(each -> !each.isEmpty()),
                lastUpdatedDate);
    }

    /// As an update shows it, which has tags also where there are none.
    public ApiKey updated() {
        return with(Optional.empty(), Optional.of(tags.orElse(Map.of())), lastUpdatedDate);
    }

    public ApiKey at(Instant now) {
        return with(value, tags, now);
    }

    public ApiKey withTags(Map<String, String> others) {
        return with(value, Optional.of(others), lastUpdatedDate);
    }

    private ApiKey with(
            Optional<String> otherValue, Optional<Map<String, String>> otherTags, Instant now) {
        return new ApiKey(
                id,
                otherValue,
                name.filter(text -> !text.isEmpty()),
                customerId,
                description,
                enabled,
                createdDate,
                now,
                stageKeys,
                otherTags);
    }

    /// @throws AwsException if something is too long, or too short
    public ApiKey checked() {
        if (name.filter(text -> text.length() > LONGEST_NAME).isPresent()) {
            throw GatewayErrors.badRequest("Invalid API Key name, can be at most 1024 characters.");
        }
        if (description.filter(text -> text.length() > LONGEST_DESCRIPTION).isPresent()) {
            throw GatewayErrors.badRequest("Invalid API Key description specified.");
        }
        if (value.filter(text -> text.length() < SHORTEST).isPresent()) {
            throw GatewayErrors.badRequest("API Key value should be at least 20 characters");
        }
        if (value.filter(text -> text.length() > LONGEST).isPresent()) {
            throw GatewayErrors.badRequest("API Key value exceeds maximum size of 128 characters");
        }
        return this;
    }
}
