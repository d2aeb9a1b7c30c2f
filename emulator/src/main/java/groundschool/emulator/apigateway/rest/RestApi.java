package groundschool.emulator.apigateway.rest;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.GatewayErrors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A REST API.
///
/// Source: [RestApi](https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html)
///
/// @param minimumCompressionSize in bytes; answers are not compressed if it is absent
/// @param apiKeySource `HEADER` or `AUTHORIZER`
public record RestApi(
        String id,
        String name,
        Optional<String> description,
        Instant createdDate,
        Optional<String> version,
        Optional<List<String>> warnings,
        Optional<List<String>> binaryMediaTypes,
        Optional<Integer> minimumCompressionSize,
        String apiKeySource,
        EndpointConfiguration endpointConfiguration,
        Optional<String> policy,
        Optional<Map<String, String>> tags,
        boolean disableExecuteApiEndpoint,
        String rootResourceId) {

    private static final int MOST_COMPRESSION = 10_485_760;

    /// As it is shown: AWS escapes the policy.
    public RestApi shown() {
        return with(
                policy.map(text -> text.replace("\\", "\\\\").replace("\"", "\\\"")),
                tags.filter(each -> !each.isEmpty()),
                warnings);
    }

    /// As an update shows it, which has tags also where there are none.
    public RestApi updated() {
        var shown = shown();
        return shown.with(shown.policy, Optional.of(tags.orElse(Map.of())), warnings);
    }

    public RestApi withTags(Map<String, String> others) {
        return with(policy, Optional.of(others), warnings);
    }

    public RestApi withWarnings(List<String> said) {
        return with(policy, tags, Optional.of(said).filter(each -> !each.isEmpty()));
    }

    private RestApi with(
            Optional<String> otherPolicy,
            Optional<Map<String, String>> otherTags,
            Optional<List<String>> otherWarnings) {
        return new RestApi(
                id,
                name,
                description,
                createdDate,
                version,
                otherWarnings,
                binaryMediaTypes,
                minimumCompressionSize,
                apiKeySource,
                endpointConfiguration,
                otherPolicy,
                otherTags,
                disableExecuteApiEndpoint,
                rootResourceId);
    }

    /// @throws AwsException if something is not as it must be
    public RestApi checked() {
        if (description.filter(String::isEmpty).isPresent()) {
            throw GatewayErrors.badRequest("Description cannot be an empty string");
        }
        if (minimumCompressionSize
                .filter(size -> size < 0 || size > MOST_COMPRESSION)
                .isPresent()) {
            throw invalidCompression();
        }
        policy.filter(text -> !text.isEmpty()).ifPresent(ResourcePolicies::check);
        return new RestApi(
                id,
                name,
                description,
                createdDate,
                version,
                warnings,
                binaryMediaTypes.filter(types -> !types.isEmpty()),
                minimumCompressionSize,
                apiKeySource,
                endpointConfiguration.checked(),
                policy.filter(text -> !text.isEmpty()),
                tags,
                disableExecuteApiEndpoint,
                rootResourceId);
    }

    public static AwsException invalidCompression() {
        return GatewayErrors.badRequest(
                "Invalid minimum compression size, must be between 0 and 10485760");
    }
}
