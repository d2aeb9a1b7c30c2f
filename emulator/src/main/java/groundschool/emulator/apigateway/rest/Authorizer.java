package groundschool.emulator.apigateway.rest;

import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What decides whether a request comes from whom it says.
///
/// Source: [Authorizer](https://docs.aws.amazon.com/apigateway/latest/api/API_Authorizer.html)
///
/// @param type `TOKEN`, `REQUEST` or `COGNITO_USER_POOLS`
/// @param authType `custom` or `cognito_user_pools`
/// @param authorizerCredentials the role to call the function as
/// @param identitySource one or more, with commas between, such as `method.request.header.Auth`
public record Authorizer(
        String id,
        String name,
        String type,
        Optional<List<String>> providerARNs,
        Optional<String> authType,
        Optional<String> authorizerUri,
        Optional<String> authorizerCredentials,
        Optional<String> identitySource,
        Optional<String> identityValidationExpression,
        Optional<Integer> authorizerResultTtlInSeconds) {

    private static final int USUAL_TTL = 300;
    private static final int LONGEST_TTL = 3600;

    /// How long an answer of the function counts; zero if each request asks anew.
    public int ttlSeconds() {
        return authorizerResultTtlInSeconds.orElse(USUAL_TTL);
    }

    /// The sources, one by one.
    public List<String> sources() {
        return identitySource.stream()
                .flatMap(all -> Stream.of(all.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /// @throws AwsException if something is missing
    public Authorizer checked() {
        if (name.isBlank()) {
            throw GatewayErrors.badRequest("Authorizer name cannot be blank");
        }
        int ttl = ttlSeconds();
        if (ttl < 0 || ttl > LONGEST_TTL) {
            throw GatewayErrors.badRequest(
                    "Authorizer result TTL must be between 0 and %d seconds"
                            .formatted(LONGEST_TTL));
        }
        if (type.equals("COGNITO_USER_POOLS")) {
            if (providerARNs.filter(arns -> !arns.isEmpty()).isEmpty()) {
                throw GatewayErrors.badRequest("At least one provider ARN must be specified");
            }
        } else if (authorizerUri.filter(uri -> uri.startsWith("arn:")).isEmpty()) {
            throw GatewayErrors.badRequest(
                    "Invalid Authorizer URI: " + authorizerUri.orElse("null"));
        }
        if (!type.equals("REQUEST") && identitySource.isEmpty()) {
            throw GatewayErrors.badRequest("Identity source must be specified");
        }
        if (type.equals("REQUEST") && ttl > 0 && sources().isEmpty()) {
            throw GatewayErrors.badRequest(
                    "Identity source must be specified when caching is enabled");
        }
        return this;
    }
}
