package groundschool.emulator;

import groundschool.emulator.cognito.CognitoIdp;
import groundschool.emulator.cognito.Visitors;
import groundschool.emulator.cognito.login.Discovery;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.Answers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Where everybody learns by which keys the tokens of a user pool are verified, and where its pages
/// are: `/POOL/.well-known/…`.
///
/// Unlike AWS's, the document of discovery names addresses on this machine; only the issuer is
/// AWS's, since tokens say so. Clients that ask the issuer itself are given these addresses.
///
/// Source: [Verifying JSON web
/// tokens](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html)
final class DiscoveryDoor extends Door {

    private static final Pattern PATH =
            Pattern.compile(
                    "/([\\w-]+_[0-9a-zA-Z]+)/\\.well-known/(jwks\\.json|openid-configuration)");

    private final Visitors visitors;
    private final Supplier<URI> address;

    /// @param address where clients reach the emulator
    DiscoveryDoor(Sandboxes sandboxes, Supplier<URI> address) {
        this.visitors = new Visitors(sandboxes);
        this.address = address;
    }

    boolean takes(HttpRequest request) {
        return request.method().equals("GET") && PATH.matcher(request.path()).matches();
    }

    @Override
    HttpResponse answer(HttpRequest request, String requestId) {
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            throw new IllegalStateException(request.path());
        }
        var id = path.group(1);
        return visitors.pool(id)
                .map(found -> document(found, id, path.group(2)))
                .map(body ->
                        Answers.of(
                                200,
                                "application/json",
                                body.getBytes(StandardCharsets.UTF_8),
                                requestId))
                .orElseGet(() ->
                        Answers.of(
                                404,
                                "application/json",
                                "{\"message\":\"User pool %s does not exist.\"}"
                                        .formatted(id)
                                        .getBytes(StandardCharsets.UTF_8),
                                requestId));
    }

    private String document(Visitors.Found found, String id, String name) {
        return found.sandbox()
                .storage()
                .transition(() -> {
                    var pools = found.sandbox().state(CognitoIdp.SERVICE);
                    var pool = pools.pool(id);
                    return name.equals("jwks.json")
                            ? pools.keys(pool).published().toString()
                            : Discovery.document(pool, address.get());
                });
    }
}
