package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import groundschool.emulator.iam.Authorization;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.wire.SignatureV4;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides who may take a route.
///
/// Source: [Control and manage access to HTTP
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html)
final class Authorizing {

    private final SignatureV4 signatures;

    Authorizing(SignatureV4 signatures) {
        this.signatures = signatures;
    }

    /// The visit, with whoever it turned out to be.
    ///
    /// @throws Refusal if they may not
    Visit admit(Visit visit) {
        return switch (visit.route().authorizationType()) {
            case "JWT" -> Tokens.admit(authorizer(visit), visit);
            case "CUSTOM" -> Judges.admit(authorizer(visit), visit);
            case "AWS_IAM" -> byIam(visit, visit.arn(visit.path()));
            default -> visit;
        };
    }

    /// The visit of whoever connects to a WebSocket API.
    ///
    /// @throws Refusal if they may not
    Visit admit(Moment moment) {
        var visit = moment.visit();
        return switch (visit.route().authorizationType()) {
            case "CUSTOM" -> SocketJudges.admit(authorizer(visit), moment);
            case "AWS_IAM" -> byIam(visit, visit.socketArn());
            default -> visit;
        };
    }

    private static Authorizer authorizer(Visit visit) {
        return visit.snapshot().authorizers().stream()
                .filter(each ->
                        visit.route()
                                .authorizerId()
                                .filter(each.authorizerId()::equals)
                                .isPresent())
                .findFirst()
                .orElseThrow(() -> Refusal.internal("There is no such authorizer."));
    }

    private Visit byIam(Visit visit, String arn) {
        var request = visit.request();
        Caller caller;
        try {
            caller = signatures.verify(request.signed(), request.body(), "execute-api");
        } catch (AwsException refusal) {
            throw Refusal.forbidden(refusal.message());
        }
        var sandbox = request.sandbox();
        if (!caller.sandbox().id().equals(sandbox.id())) {
            throw Refusal.forbidden("The key is another account's.");
        }
        var access = Access.to("execute-api:Invoke", arn);
        var here = caller.in(request.region());
        var decided =
                sandbox.storage()
                        .transition(() ->
                                Authorization.of(
                                        here, List.of(access), sandbox.state(Iam.SERVICE)));
        if (decided.refusal().isPresent()) {
            throw Refusal.forbidden(decided.message());
        }
        var principal = caller.principal();
        var iam = new LinkedHashMap<String, Object>();
        iam.put("accessKey", caller.key().orElse(""));
        iam.put("accountId", principal.account());
        iam.put("callerId", principal.userId());
        iam.put("userArn", principal.arn());
        iam.put("userId", principal.userId());
        return visit.by(Map.of("iam", iam), Optional.of(principal));
    }
}
