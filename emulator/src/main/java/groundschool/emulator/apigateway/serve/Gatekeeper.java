package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.Principal;
import groundschool.emulator.apigateway.rest.Authorizer;
import groundschool.emulator.apigateway.rest.ResourcePolicies;
import groundschool.emulator.iam.Authorization;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.wire.SignatureV4;
import java.util.List;
import java.util.Optional;

/// Decides who may call a method, in AWS's order: the API's own policy and the method's
/// authorization.
final class Gatekeeper {

    private final SignatureV4 signatures;

    Gatekeeper(SignatureV4 signatures) {
        this.signatures = signatures;
    }

    /// The exchange, with whoever it turned out to be.
    ///
    /// @throws Trouble if they may not
    Exchange admit(Exchange exchange) {
        return switch (exchange.method().authorization()) {
            case "AWS_IAM" -> byIam(exchange);
            case "CUSTOM" -> {
                boolean letsIn = checkPolicy(exchange, false);
                yield exchange.by(
                        LambdaAuthorizers.visitor(authorizer(exchange), exchange, letsIn));
            }
            case "COGNITO_USER_POOLS" -> {
                checkPolicy(exchange, true);
                yield exchange.by(PoolAuthorizer.visitor(authorizer(exchange), exchange));
            }
            default -> {
                checkPolicy(exchange, true);
                yield exchange;
            }
        };
    }

    private static Authorizer authorizer(Exchange exchange) {
        return exchange.method()
                .authorizerId()
                .flatMap(id -> Optional.ofNullable(exchange.served().authorizers().get(id)))
                .orElseThrow(() -> Trouble.authorizerConfiguration("There is no such authorizer."));
    }

    private Exchange byIam(Exchange exchange) {
        var request = exchange.request();
        if (SignatureV4.serviceOf(request.signed()).isEmpty()) {
            throw Trouble.missingToken();
        }
        Caller caller;
        try {
            caller = signatures.verify(request.signed(), request.body(), "execute-api");
        } catch (AwsException refusal) {
            throw Trouble.signature(refusal);
        }
        if (!caller.sandbox().id().equals(request.sandbox().id())) {
            throw Trouble.denied("User is not authorized to access this resource");
        }
        var access = guarded(exchange);
        var decided = decide(caller.in(request.region()), access, request.sandbox());
        decided.refusal()
                .ifPresent(_ -> {
                    throw Trouble.denied(masked(decided.message(), request.account()));
                });
        return exchange.by(Visitor.of(caller));
    }

    /// Whether there is a policy that allows it.
    ///
    /// @param mustAllow whether it is not enough that the policy says nothing
    private static boolean checkPolicy(Exchange exchange, boolean mustAllow) {
        if (exchange.served().snapshot().api().policy().isEmpty()) {
            return false;
        }
        var request = exchange.request();
        var stranger =
                new Caller(
                                request.sandbox(),
                                new Principal.Anonymous(request.account()),
                                request.region(),
                                Optional.empty(),
                                request.headers().last("User-Agent").orElse(""))
                        .from(request.source());
        var decided = decide(stranger, guarded(exchange), request.sandbox());
        decided.refusal()
                .filter(refusal -> mustAllow || refusal.explicitlyDenied())
                .ifPresent(_ -> {
                    throw Trouble.denied(masked(decided.message(), request.account()));
                });
        return decided.refusal().isEmpty();
    }

    private static Access guarded(Exchange exchange) {
        var request = exchange.request();
        var access = Access.to("execute-api:Invoke", request.arn(request.path()));
        return exchange.served()
                .snapshot()
                .api()
                .policy()
                .map(document ->
                        access.guardedBy(
                                ResourcePolicies.expanded(
                                        document,
                                        "arn:aws:execute-api:%s:%s:%s"
                                                .formatted(
                                                        request.region(),
                                                        request.account(),
                                                        request.api()))))
                .orElse(access);
    }

    private static Authorization decide(Caller caller, Access access, Sandbox sandbox) {
        return sandbox.storage()
                .transition(() ->
                        Authorization.of(caller, List.of(access), sandbox.state(Iam.SERVICE)));
    }

    /// AWS shows the last four digits of an account only.
    private static String masked(String message, String account) {
        int at = message.indexOf(" on resource: ");
        return at < 0
                ? message
                : message.substring(0, at)
                        + message.substring(at)
                                .replace(
                                        ":" + account + ":",
                                        ":********"
                                                + account.substring(account.length() - 4)
                                                + ":");
    }
}
