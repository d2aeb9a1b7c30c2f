package groundschool.emulator.cognito.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import groundschool.emulator.wire.FormFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/// Somebody else's OpenID Connect provider, who lets everybody in as the person that the test says.
final class OidcProvider implements AutoCloseable {

    static final String CODE = "a-code";

    final List<FormFields> exchanges = new CopyOnWriteArrayList<>();
    final Map<String, Object> person = new LinkedHashMap<>(Map.of("sub", "1234"));

    /// What it says in ID tokens besides, or wrongly.
    volatile UnaryOperator<JWTClaimsSet.Builder> forging = claims -> claims;

    volatile String nonce = "";
    volatile RSAKey signer;
    private final RSAKey key;
    private final HttpServer server;

    OidcProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            signer = key;
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        serve("/.well-known/openid-configuration", _ -> json(discovery()));
        serve("/keys", _ -> new JWKSet(key).toPublicJWKSet().toString());
        serve(
                "/token",
                form -> {
                    exchanges.add(FormFields.of(form));
                    return json(
                            Map.of(
                                    "id_token", idToken(),
                                    "access_token", "opaque",
                                    "token_type", "Bearer"));
                });
        serve("/userinfo", _ -> json(person));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Map<String, String> details() {
        return Map.of(
                "client_id", "pool",
                "client_secret", "secret",
                "oidc_issuer", url(),
                "attributes_request_method", "GET",
                "authorize_scopes", "openid email");
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", url(),
                "authorization_endpoint", url() + "/authorize",
                "token_endpoint", url() + "/token",
                "userinfo_endpoint", url() + "/userinfo",
                "jwks_uri", url() + "/keys");
    }

    private String idToken() {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(url())
                        .audience("pool")
                        .subject(String.valueOf(person.get("sub")))
                        .claim("nonce", nonce)
                        .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
        try {
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                            forging.apply(claims).build());
            token.sign(new RSASSASigner(signer));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String json(Map<String, Object> value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private void serve(String path, Function<String, String> answer) {
        server.createContext(
                path,
                exchange -> {
                    var form =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    var bytes = answer.apply(form).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(bytes);
                    }
                });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
