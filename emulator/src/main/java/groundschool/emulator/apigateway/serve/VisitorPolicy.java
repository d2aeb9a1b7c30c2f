package groundschool.emulator.apigateway.serve;

import groundschool.emulator.iam.policy.AttachedPolicy;
import groundschool.emulator.iam.policy.Decision;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.Evaluation;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.Origin;
import groundschool.emulator.iam.policy.Policies;
import groundschool.emulator.iam.policy.Policy;
import groundschool.emulator.iam.policy.Question;
import groundschool.emulator.iam.policy.RequestContext;
import groundschool.emulator.iam.policy.Requester;
import groundschool.emulator.wire.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The policy that an authorizer's function gives a visitor.
///
/// @param text as the function wrote it
public record VisitorPolicy(Policy document, String text) {

    /// @throws Trouble if it is no policy
    public static VisitorPolicy of(JsonNode document, Fields headers) {
        try {
            var text = Json.mapper().writeValueAsString(document);
            return new VisitorPolicy(Policy.parse(DocumentKind.SESSION, text), text);
        } catch (MalformedPolicyException malformed) {
            throw Trouble.authorizerConfiguration(
                    "The function answered no policy: " + malformed.getMessage());
        }
    }

    Decision decide(Exchange exchange) {
        var request = exchange.request();
        return decide(request.arn(request.path()), request);
    }

    /// Whether it lets a request reach what has that ARN.
    public boolean allows(String arn, Incoming request) {
        return decide(arn, request).allowed();
    }

    private Decision decide(String arn, Incoming request) {
        var context =
                RequestContext.lazily(() ->
                        Map.of(
                                "aws:SourceIp", List.of(request.source()),
                                "aws:CurrentTime",
                                        List.of(
                                                request.at()
                                                        .truncatedTo(
                                                                java.time.temporal.ChronoUnit
                                                                        .SECONDS)
                                                        .toString()),
                                "aws:EpochTime",
                                        List.of(Long.toString(request.at().getEpochSecond())),
                                "aws:SecureTransport", List.of("true"),
                                "aws:UserAgent",
                                        List.of(request.headers().last("User-Agent").orElse(""))));
        var who =
                new Requester.User(
                        request.account(),
                        "arn:aws:iam::%s:user/visitor".formatted(request.account()));
        var question = Question.of("execute-api:Invoke", arn, who, context);
        return Evaluation.decide(
                question,
                Policies.ofIdentity(
                        List.of(
                                AttachedPolicy.inline(
                                        Origin.USER_MANAGED, "of the authorizer", document))));
    }
}
