package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.integration.SafeRegex;
import groundschool.emulator.apigateway.rest.Authorizer;
import java.util.List;
import java.util.Map;

/// Lets those in who bring a token of a user pool.
///
/// Source: [Use Amazon Cognito user pools as
/// authorizer](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html)
final class PoolAuthorizer {

    private PoolAuthorizer() {}

    /// @throws Trouble if the token is not good for this method
    static Visitor visitor(Authorizer authorizer, Exchange exchange) {
        var source = authorizer.identitySource().orElse("method.request.header.Authorization");
        var given = IdentitySources.value(source, exchange).orElseThrow(Trouble::unauthorized);
        var token = given.replaceFirst("^[Bb]earer\\s+", "");
        authorizer
                .identityValidationExpression()
                .filter(pattern -> !pattern.isEmpty())
                .filter(pattern -> !SafeRegex.matches(pattern, token))
                .ifPresent(_ -> {
                    throw Trouble.unauthorized();
                });
        var claims = claims(authorizer, token, exchange);
        checkScopes(exchange, claims);
        return Visitor.of(claims);
    }

    /// Whoever brings a token of the pool, whatever it is good for.
    static Visitor anyToken(Authorizer authorizer, Exchange exchange) {
        var source = authorizer.identitySource().orElse("method.request.header.Authorization");
        var given = IdentitySources.value(source, exchange).orElseThrow(Trouble::unauthorized);
        return Visitor.of(claims(authorizer, given.replaceFirst("^[Bb]earer\\s+", ""), exchange));
    }

    private static Map<String, Object> claims(
            Authorizer authorizer, String token, Exchange exchange) {
        return PoolTokens.verify(
                        token,
                        authorizer.providerARNs().orElse(List.of()),
                        exchange.request().sandbox())
                .orElseThrow(Trouble::unauthorized);
    }

    private static void checkScopes(Exchange exchange, Map<String, Object> claims) {
        var scopes = exchange.method().authorizationScopes().orElse(List.of());
        var isAccess = "access".equals(claims.get("token_use"));
        if (scopes.isEmpty() == isAccess) {
            // Without scopes AWS wants an ID token, with scopes an access token.
            throw Trouble.unauthorized();
        }
        if (!scopes.isEmpty()) {
            var has = List.of(String.valueOf(claims.getOrDefault("scope", "")).split(" "));
            if (scopes.stream().noneMatch(has::contains)) {
                throw Trouble.unauthorized();
            }
        }
    }
}
