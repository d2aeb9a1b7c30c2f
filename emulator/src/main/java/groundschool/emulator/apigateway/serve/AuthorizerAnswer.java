package groundschool.emulator.apigateway.serve;

import groundschool.emulator.wire.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What the function of an authorizer says.
///
/// Source: [Output from an API Gateway Lambda
/// authorizer](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html)
public record AuthorizerAnswer(Visitor visitor, VisitorPolicy policy) {

    /// @throws Trouble if it is not as it must be
    public static AuthorizerAnswer of(byte[] payload, Duration took, Fields headers) {
        JsonNode answer;
        try {
            answer = Json.mapper().readTree(payload);
        } catch (JacksonException _) {
            throw Trouble.authorizerConfiguration("The function answered no JSON.");
        }
        var principalId = answer.path("principalId").asString("");
        if (principalId.isEmpty() || !answer.path("policyDocument").isObject()) {
            throw Trouble.authorizerConfiguration(
                    "The function answered without principalId or policyDocument.");
        }
        return new AuthorizerAnswer(
                new Visitor(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(principalId),
                        context(answer.path("context")),
                        Map.of(),
                        answer.path("usageIdentifierKey").stringValueOpt(),
                        took.toMillis()),
                VisitorPolicy.of(answer.path("policyDocument"), headers));
    }

    /// Texts, numbers and truth values, which all arrive as texts.
    private static Map<String, Object> context(JsonNode context) {
        var values = new LinkedHashMap<String, Object>();
        for (var entry : context.properties()) {
            if (entry.getValue().isContainer()) {
                throw Trouble.authorizerConfiguration(
                        "The context of an authorizer has no objects and no arrays: "
                                + entry.getKey());
            }
            if (!entry.getValue().isNull()) {
                values.put(entry.getKey(), entry.getValue().asString());
            }
        }
        return values;
    }
}
