package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What functions, templates and logs are told of a request besides what it says itself.
///
/// Source: [$context
/// variables](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html)
public final class RequestContext1 {

    private RequestContext1() {}

    /// The `requestContext` of an event of version 1.0.
    public static Map<String, @Nullable Object> of(Exchange exchange) {
        var request = exchange.request();
        var context = new LinkedHashMap<String, @Nullable Object>();
        context.put("resourceId", exchange.resource().id());
        var authorizer = exchange.visitor().authorizer();
        if (!authorizer.isEmpty()) {
            context.put("authorizer", authorizer);
        }
        context.put("resourcePath", exchange.resource().path());
        context.put("httpMethod", request.verb());
        context.put("extendedRequestId", request.extendedId());
        context.put("requestTime", request.requestTime());
        context.put("path", request.wholePath());
        context.put("accountId", request.account());
        context.put("protocol", "HTTP/1.1");
        context.put("stage", request.stage());
        context.put("domainPrefix", request.api());
        context.put("requestTimeEpoch", request.at().toEpochMilli());
        context.put("requestId", request.requestId());
        context.put("identity", identity(exchange));
        context.put("domainName", request.host());
        context.put("deploymentId", exchange.served().deployment());
        context.put("apiId", request.api());
        return context;
    }

    private static Map<String, @Nullable Object> identity(Exchange exchange) {
        var request = exchange.request();
        var principal = exchange.visitor().principal();
        var identity = new LinkedHashMap<String, @Nullable Object>();
        identity.put(
                "cognitoIdentityPoolId",
                pooled(principal, "aud").stream().findFirst().orElse(null));
        identity.put("accountId", principal.map(Principal::account).orElse(null));
        identity.put(
                "cognitoIdentityId", pooled(principal, "sub").stream().findFirst().orElse(null));
        identity.put("caller", principal.map(Principal::userId).orElse(null));
        identity.put("sourceIp", request.source());
        identity.put("principalOrgId", null);
        identity.put("accessKey", exchange.visitor().accessKey().orElse(null));
        var methods = pooled(principal, "amr");
        identity.put("cognitoAuthenticationType", methods.stream().findFirst().orElse(null));
        identity.put(
                "cognitoAuthenticationProvider",
                methods.size() < 2 ? null : String.join(",", methods.subList(1, methods.size())));
        identity.put("userArn", principal.map(Principal::arn).orElse(null));
        identity.put("userAgent", request.headers().last("User-Agent").orElse(null));
        identity.put("user", principal.map(Principal::userId).orElse(null));
        exchange.apiKey()
                .ifPresent(key -> {
                    identity.put("apiKey", key.getValue());
                    identity.put("apiKeyId", key.getKey());
                });
        return identity;
    }

    /// What an identity pool says of whoever has its credentials.
    private static List<String> pooled(Optional<Principal> principal, String claim) {
        return principal
                .flatMap(Principal::session)
                .map(session ->
                        session.claims()
                                .getOrDefault("cognito-identity.amazonaws.com:" + claim, List.of()))
                .orElse(List.of());
    }

    /// What templates see as `$context`: absent instead of null.
    public static Map<String, Object> forTemplates(Exchange exchange) {
        var context = withoutNulls(of(exchange));
        context.put("awsEndpointRequestId", exchange.request().requestId());
        context.put("isCanaryRequest", isCanary(exchange));
        return context;
    }

    private static boolean isCanary(Exchange exchange) {
        return !exchange.served().deployment().equals(exchange.stage().deploymentId());
    }

    private static Map<String, Object> withoutNulls(
            Map<String, ? extends @Nullable Object> values) {
        var some = new LinkedHashMap<String, Object>();
        for (var entry : values.entrySet()) {
            var value = entry.getValue();
            if (value instanceof Map<?, ?> inner) {
                var texts = new LinkedHashMap<String, @Nullable Object>();
                inner.forEach((key, each) -> texts.put(String.valueOf(key), each));
                some.put(entry.getKey(), withoutNulls(texts));
            } else if (value != null) {
                some.put(entry.getKey(), value);
            }
        }
        return some;
    }
}
