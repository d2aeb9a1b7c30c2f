package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Trouble;
import groundschool.emulator.apigateway.serve.VisitorPolicy;
import groundschool.emulator.apigatewayv2.ApiGatewayV2;
import groundschool.emulator.apigatewayv2.Decided;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import groundschool.emulator.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Asks functions whether a request may go on, and remembers what they said.
///
/// Source: [Lambda authorizers for HTTP
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html)
final class Judges {

    private Judges() {}

    /// @throws Refusal if the request may not go on
    static Visit admit(Authorizer authorizer, Visit visit) {
        var decided = decided(authorizer, visit);
        boolean allowed =
                decided.policy()
                        .map(policy -> policy.allows(visit.arn(visit.path()), visit.request()))
                        .orElse(decided.allowed());
        if (!allowed) {
            throw Refusal.forbidden("The authorizer says no.");
        }
        return visit.by(Map.of("lambda", decided.context()), Optional.empty());
    }

    private static Decided decided(Authorizer authorizer, Visit visit) {
        var identity = new ArrayList<String>();
        for (var source : authorizer.identitySource()) {
            identity.add(Expression.source(source, visit).orElseThrow(Refusal::unauthorized));
        }
        var request = visit.request();
        if (authorizer.ttlSeconds() == 0) {
            return asked(authorizer, identity, visit);
        }
        var key =
                String.join(
                        "\u0000",
                        request.api(),
                        visit.stage().stageName(),
                        visit.stage().deploymentId().orElse(""),
                        authorizer.authorizerId(),
                        String.join("\u0000", identity));
        var sandbox = request.sandbox();
        var memory =
                sandbox.storage().transition(() -> sandbox.state(ApiGatewayV2.SERVICE)).decisions();
        var known = memory.get(key, request.at());
        if (known.isPresent()) {
            return known.get();
        }
        var answer = asked(authorizer, identity, visit);
        memory.put(key, answer, request.at().plusSeconds(authorizer.ttlSeconds()));
        return answer;
    }

    private static Decided asked(Authorizer authorizer, List<String> identity, Visit visit) {
        var request = visit.request();
        boolean isSecond =
                authorizer.authorizerPayloadFormatVersion().filter("2.0"::equals).isPresent();
        var source =
                "arn:aws:execute-api:%s:%s:%s/authorizers/%s"
                        .formatted(
                                request.region(),
                                request.account(),
                                request.api(),
                                authorizer.authorizerId());
        var answer =
                Functions.run(
                        authorizer.authorizerUri().orElse(""),
                        authorizer.authorizerCredentialsArn(),
                        source,
                        isSecond ? second(identity, visit) : first(identity, visit),
                        visit);
        return read(answer, authorizer.enableSimpleResponses().orElse(false));
    }

    private static byte[] second(List<String> identity, Visit visit) {
        var request = visit.request();
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "2.0");
        event.put("type", "REQUEST");
        event.put("routeArn", visit.arn(visit.path()));
        event.put("identitySource", identity);
        event.put("routeKey", visit.route().routeKey());
        event.put("rawPath", request.wholePath());
        event.put("rawQueryString", request.signed().query());
        var cookies = request.headers().all("Cookie");
        if (!cookies.isEmpty()) {
            event.put("cookies", cookies);
        }
        event.put("headers", HttpEvent.headers(visit).single());
        if (!request.query().isEmpty()) {
            event.put("queryStringParameters", request.query().single());
        }
        event.put("requestContext", HttpEvent.secondContext(visit));
        if (!visit.variables().isEmpty()) {
            event.put("pathParameters", visit.variables());
        }
        if (!visit.stage().stageVariables().isEmpty()) {
            event.put("stageVariables", visit.stage().stageVariables());
        }
        return Json.mapper().writeValueAsBytes(event);
    }

    private static byte[] first(List<String> identity, Visit visit) {
        var request = visit.request();
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "1.0");
        event.put("type", "REQUEST");
        event.put("methodArn", visit.arn(visit.path()));
        event.put("identitySource", String.join(",", identity));
        event.put("authorizationToken", String.join(",", identity));
        event.put("resource", HttpEvent.resource(visit));
        event.put("path", request.wholePath());
        event.put("httpMethod", request.verb());
        event.put("headers", HttpEvent.headers(visit).single());
        event.put("queryStringParameters", request.query().single());
        event.put("pathParameters", visit.variables());
        event.put("stageVariables", visit.stage().stageVariables());
        event.put("requestContext", HttpEvent.firstContext(visit));
        return Json.mapper().writeValueAsBytes(event);
    }

    private static Decided read(byte[] payload, boolean simple) {
        JsonNode answer;
        try {
            answer = Json.mapper().readTree(payload);
        } catch (JacksonException _) {
            throw Refusal.internal("The function of the authorizer answered no JSON.");
        }
        var context = new LinkedHashMap<String, Object>();
        for (var entry : answer.path("context").properties()) {
            context.put(entry.getKey(), entry.getValue());
        }
        if (simple) {
            if (!answer.path("isAuthorized").isBoolean()) {
                throw Refusal.internal(
                        "The function of the authorizer answered without isAuthorized.");
            }
            return new Decided(context, Optional.empty(), answer.path("isAuthorized").asBoolean());
        }
        if (!answer.path("policyDocument").isObject()) {
            throw Refusal.internal(
                    "The function of the authorizer answered without policyDocument.");
        }
        answer.path("principalId").stringValueOpt().ifPresent(id -> context.put("principalId", id));
        try {
            return new Decided(
                    context,
                    Optional.of(VisitorPolicy.of(answer.path("policyDocument"), Fields.NO_HEADERS)),
                    false);
        } catch (Trouble trouble) {
            throw Refusal.internal(trouble.why());
        }
    }
}
