package groundschool.emulator.apigateway.serve;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.integration.Credentials;
import groundschool.emulator.apigateway.integration.LambdaCall;
import groundschool.emulator.apigateway.integration.SafeRegex;
import groundschool.emulator.apigateway.rest.Authorizer;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Asks functions whether a request may go on, and remembers what they said for as long as the
/// authorizer lets it.
///
/// Source: [Use API Gateway Lambda
/// authorizers](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html)
final class LambdaAuthorizers {

    private LambdaAuthorizers() {}

    /// What the function answers counts together with the API's own policy, as two policies of one
    /// account do.
    ///
    /// Source: [Policy evaluation outcome tables, table
    /// A](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html)
    ///
    /// @param letIn whether the API's own policy allows the request
    /// @throws Trouble if the request may not go on
    static Visitor visitor(Authorizer authorizer, Exchange exchange, boolean letIn) {
        var answer = answer(authorizer, exchange);
        var policy = answer.policy();
        var decision = policy.decide(exchange);
        if (decision.explicitlyDenied() || !decision.allowed() && !letIn) {
            throw Trouble.denied(decision.explicitlyDenied());
        }
        return answer.visitor();
    }

    private static AuthorizerAnswer answer(Authorizer authorizer, Exchange exchange) {
        var identity = identity(authorizer, exchange);
        var request = exchange.request();
        if (authorizer.ttlSeconds() == 0 || identity.isEmpty()) {
            return asked(authorizer, identity, exchange);
        }
        var key =
                String.join(
                        "\u0000",
                        request.api(),
                        request.stage(),
                        exchange.served().deployment(),
                        authorizer.id(),
                        String.join("\u0000", identity));
        var decisions = Gateway.of(request.sandbox()).decisions();
        var known = decisions.get(key, request.at());
        if (known.isPresent()) {
            return known.get();
        }
        var answer = asked(authorizer, identity, exchange);
        decisions.put(key, answer, request.at().plusSeconds(authorizer.ttlSeconds()));
        return answer;
    }

    /// The same without anything that is remembered.
    static AuthorizerAnswer afresh(Authorizer authorizer, Exchange exchange) {
        return asked(authorizer, identity(authorizer, exchange), exchange);
    }

    /// What the request says of who sends it.
    ///
    /// @throws Trouble if it does not say it
    private static List<String> identity(Authorizer authorizer, Exchange exchange) {
        var values =
                authorizer.sources().stream()
                        .map(source -> IdentitySources.value(source, exchange))
                        .toList();
        if (values.stream().anyMatch(Optional::isEmpty)
                && (authorizer.type().equals("TOKEN") || authorizer.ttlSeconds() > 0)) {
            throw Trouble.unauthorized();
        }
        var given = values.stream().flatMap(Optional::stream).toList();
        if (authorizer.type().equals("TOKEN")) {
            authorizer
                    .identityValidationExpression()
                    .filter(pattern -> !pattern.isEmpty())
                    .filter(pattern -> !matches(pattern, given.getFirst()))
                    .ifPresent(_ -> {
                        throw Trouble.unauthorized();
                    });
        }
        return given;
    }

    private static boolean matches(String pattern, String token) {
        try {
            return SafeRegex.matches(pattern, token);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static AuthorizerAnswer asked(
            Authorizer authorizer, List<String> identity, Exchange exchange) {
        var request = exchange.request();
        var event =
                authorizer.type().equals("TOKEN")
                        ? AuthorizerEvent.token(identity.getFirst(), exchange)
                        : AuthorizerEvent.request(exchange);
        var began = System.nanoTime();
        var answer = run(authorizer, event, exchange);
        if (answer.failed()) {
            if (isUnauthorized(answer.payload())) {
                throw Trouble.unauthorized();
            }
            throw Trouble.authorizerConfiguration(
                    "The function of authorizer %s failed: %s"
                            .formatted(
                                    authorizer.name(),
                                    new String(answer.payload(), StandardCharsets.UTF_8)));
        }
        return AuthorizerAnswer.of(
                answer.payload(), Duration.ofNanos(System.nanoTime() - began), request.headers());
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

    private static LambdaCall.Answer run(Authorizer authorizer, byte[] event, Exchange exchange) {
        var request = exchange.request();
        var function =
                LambdaCall.function(exchange.substituted(authorizer.authorizerUri().orElse("")))
                        .orElseThrow(() ->
                                Trouble.authorizerConfiguration(
                                        "The URI of the authorizer is of no function."));
        var source =
                "arn:aws:execute-api:%s:%s:%s/authorizers/%s"
                        .formatted(
                                request.region(),
                                request.account(),
                                request.api(),
                                authorizer.id());
        var principal = Credentials.of(authorizer.authorizerCredentials(), source, exchange);
        try {
            return LambdaCall.run(
                    function,
                    event,
                    true,
                    principal,
                    request.region(),
                    request.sandbox().services());
        } catch (AwsException refusal) {
            throw Trouble.authorizerConfiguration(
                    "Execution failed due to configuration error: Invalid permissions on Lambda function, or no such function: "
                            + refusal.message());
        }
    }
}
