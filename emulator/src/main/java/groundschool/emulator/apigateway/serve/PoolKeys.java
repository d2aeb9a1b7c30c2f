package groundschool.emulator.apigateway.serve;

import com.nimbusds.jose.jwk.JWKSet;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The public keys of user pools, asked for where clients get them: at
/// `https://cognito-idp.REGION.amazonaws.com/POOL/.well-known/jwks.json`.
final class PoolKeys {

    private PoolKeys() {}

    /// Nothing if there is no such pool in the sandbox.
    static Optional<JWKSet> of(String region, String pool, Sandbox sandbox) {
        var answer =
                sandbox.services()
                        .answer(
                                HttpRequest.of(
                                        "GET",
                                        "/" + pool + "/.well-known/jwks.json",
                                        "",
                                        Headers.of(
                                                "Host",
                                                "cognito-idp.%s.amazonaws.com".formatted(region)),
                                        new byte[0]));
        if (answer.status() != 200) {
            return Optional.empty();
        }
        try {
            return Optional.of(JWKSet.parse(new String(answer.bytes(), StandardCharsets.UTF_8)));
        } catch (java.text.ParseException _) {
            return Optional.empty();
        }
    }
}
