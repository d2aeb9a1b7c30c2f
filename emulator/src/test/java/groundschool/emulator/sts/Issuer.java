package groundschool.emulator.sts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// An OpenID Connect provider on this machine.
public final class Issuer implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey rsa;
    private final ECKey elliptic;

    public Issuer() throws IOException, JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        elliptic = new ECKeyGenerator(Curve.P_256).keyID("elliptic").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(
                "/pool/.well-known/openid-configuration",
                "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(url(), url()));
        serve("/pool/keys", new JWKSet(List.of(rsa, elliptic)).toPublicJWKSet().toString());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/pool";
    }

    /// What it is called in ARNs and condition keys.
    public String name() {
        return url().substring("http://".length());
    }

    /// What it says of a reader, for five minutes.
    public JWTClaimsSet.Builder reader(Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("reader-1")
                .audience("web")
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    public String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, rsa);
    }

    public String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    String signedOnACurve(JWTClaimsSet claims) throws JOSEException {
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("elliptic").build(),
                        claims);
        token.sign(new ECDSASigner(elliptic));
        return token.serialize();
    }

    private void serve(String path, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                path,
                exchange -> {
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
