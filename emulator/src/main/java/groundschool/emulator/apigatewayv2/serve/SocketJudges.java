package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.integration.LambdaCall;
import groundschool.emulator.apigateway.serve.AuthorizerAnswer;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Asks functions whether a client may connect. What they say counts for as long as the client
/// stays, and is not remembered for others.
///
/// Source: [Control access to WebSocket APIs with Lambda
/// authorizers](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html)
final class SocketJudges {

    private SocketJudges() {}

    /// @throws Refusal if the client may not
    static Visit admit(Authorizer authorizer, Moment moment) {
        var visit = moment.visit();
        for (var source : authorizer.identitySource()) {
            if (Expression.source("$" + source.replaceFirst("^route\\.", ""), visit).isEmpty()) {
                throw Refusal.unauthorized();
            }
        }
        var began = System.nanoTime();
        var payload = asked(authorizer, moment);
        var answer =
                AuthorizerAnswer.of(
                        payload,
                        Duration.ofNanos(System.nanoTime() - began),
                        visit.request().headers());
        if (!answer.policy().allows(visit.socketArn(), visit.request())) {
            throw Refusal.forbidden("The authorizer says no.");
        }
        var told = answer.visitor().authorizer();
        answer.visitor().usageKey().ifPresent(key -> told.putIfAbsent(SocketKeys.IN_CONTEXT, key));
        return visit.by(told, Optional.empty());
    }

    private static byte[] asked(Authorizer authorizer, Moment moment) {
        var visit = moment.visit();
        var request = visit.request();
        var source =
                "arn:aws:execute-api:%s:%s:%s/authorizers/%s"
                        .formatted(
                                request.region(),
                                request.account(),
                                request.api(),
                                authorizer.authorizerId());
        LambdaCall.Answer answer;
        try {
            answer =
                    Functions.call(
                            Expression.filled(
                                    authorizer.authorizerUri().orElse(""), visit, Optional.empty()),
                            authorizer.authorizerCredentialsArn(),
                            source,
                            SocketEvent.forAuthorizer(moment),
                            request);
        } catch (AwsException refusal) {
            throw Refusal.internal(refusal.message());
        }
        if (answer.failed()) {
            throw isUnauthorized(answer.payload())
                    ? Refusal.unauthorized()
                    : Refusal.internal(new String(answer.payload(), StandardCharsets.UTF_8));
        }
        return answer.payload();
    }

    /// A function says so by failing with this word.
    private static boolean isUnauthorized(byte[] error) {
        try {
            return Json.mapper()
                    .readTree(error)
                    .path("errorMessage")
                    .asString("")
                    .equals("Unauthorized");
        } catch (JacksonException _) {
            return false;
        }
    }
}
