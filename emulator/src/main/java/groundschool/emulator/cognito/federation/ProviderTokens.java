package groundschool.emulator.cognito.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import groundschool.emulator.Headers;
import groundschool.emulator.Services;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Exchanges an identity provider's code for what it says of somebody.
///
/// Source: [OpenID Connect Core, ID token
/// validation](https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation), [Adding
/// OIDC identity
/// providers](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-idp.html)
public final class ProviderTokens {

    /// Clocks may differ by that much.
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProviderTokens() {}

    /// What an identity provider is asked with.
    ///
    /// @param redirectUri where the code was sent to
    /// @param nonce that the ID token must repeat
    public record Exchange(String code, String redirectUri, String nonce) {}

    /// All that it says of somebody, as texts.
    ///
    /// @throws groundschool.emulator.AwsException if the provider refuses, or what it says does not
    ///   verify
    public static Vouched vouched(
            IdentityProvider provider, Exchange exchange, Services services, Instant now) {
        var tokens = exchanged(provider, exchange, services);
        var id = verified(tokens.path("id_token").asString(""), provider, services);
        check(id, provider, exchange, services, now);
        var idToken = texts(JSON.readTree(id.toString()));
        var userInfo =
                texts(
                        userInfo(
                                provider,
                                tokens.path("access_token").asString(""),
                                services,
                                id.getSubject()));
        var all = new LinkedHashMap<>(idToken);
        all.putAll(userInfo);
        return new Vouched(
                all,
                Map.of("tokenResponse", texts(tokens), "idToken", idToken, "userInfo", userInfo));
    }

    private static Map<String, String> texts(JsonNode object) {
        var all = new LinkedHashMap<String, String>();
        object.forEachEntry((name, value) -> all.put(name, text(value)));
        return all;
    }

    private static String text(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString("");
    }

    private static JsonNode exchanged(
            IdentityProvider provider, Exchange exchange, Services services) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", exchange.code());
        form.put("redirect_uri", exchange.redirectUri());
        form.put("client_id", provider.detail("client_id"));
        if (!provider.detail("client_secret").isEmpty()) {
            form.put("client_secret", provider.detail("client_secret"));
        }
        var answer =
                ProviderHttp.post(
                        provider.detail("token_url"),
                        Headers.of("Accept", "application/json"),
                        form.entrySet().stream()
                                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                                .collect(Collectors.joining("&")),
                        services);
        if (answer.status() != 200 || !answer.json().path("id_token").isString()) {
            throw CognitoErrors.invalid("Exception processing authorization code");
        }
        return answer.json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JWTClaimsSet verified(
            String token, IdentityProvider provider, Services services) {
        try {
            var parsed = SignedJWT.parse(token);
            var algorithm = parsed.getHeader().getAlgorithm();
            if (!JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
                throw refused("Bad id_token signature");
            }
            var keys =
                    ProviderHttp.get(
                            provider.detail("jwks_uri"),
                            Headers.of("Accept", "application/json"),
                            services);
            var set = JWKSet.parse(keys.json().toString());
            for (var key : set.getKeys()) {
                if (fits(key, parsed)
                        && parsed.verify(
                                new DefaultJWSVerifierFactory()
                                        .createJWSVerifier(
                                                parsed.getHeader(),
                                                ((AsymmetricJWK) key).toPublicKey()))) {
                    return parsed.getJWTClaimsSet();
                }
            }
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            // Said below.
        }
        throw refused("Bad id_token signature");
    }

    /// Whether a key may be the one that a token was signed with.
    private static boolean fits(JWK key, SignedJWT token) {
        var id = token.getHeader().getKeyID();
        var algorithm = token.getHeader().getAlgorithm();
        return key instanceof AsymmetricJWK
                && (id == null || id.equals(key.getKeyID()))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                && switch (key.getKeyType().getValue()) {
                    case "RSA" -> JWSAlgorithm.Family.RSA.contains(algorithm);
                    case "EC" -> JWSAlgorithm.Family.EC.contains(algorithm);
                    default -> false;
                };
    }

    private static void check(
            JWTClaimsSet id,
            IdentityProvider provider,
            Exchange exchange,
            Services services,
            Instant now) {
        if (!ProviderDetails.issuer(provider, services).equals(id.getIssuer())) {
            throw refused("Bad id_token issuer");
        }
        var client = provider.detail("client_id");
        if (!id.getAudience().contains(client)
                || (id.getAudience().size() > 1 && !client.equals(id.getClaim("azp")))) {
            throw refused("Bad id_token audience");
        }
        if (id.getExpirationTime() == null
                || !now.minus(LEEWAY).isBefore(id.getExpirationTime().toInstant())) {
            throw refused("Bad id_token: it has expired");
        }
        if (!(id.getClaim("nonce") instanceof String nonce)
                || !Hashes.same(nonce, exchange.nonce())) {
            throw refused("Bad id_token nonce");
        }
        if (id.getSubject() == null || id.getSubject().isEmpty()) {
            throw refused("Bad id_token subject");
        }
    }

    /// What the provider says of whoever has the access token, who must be the same.
    private static JsonNode userInfo(
            IdentityProvider provider, String accessToken, Services services, String subject) {
        var headers =
                Headers.of("Accept", "application/json", "Authorization", "Bearer " + accessToken);
        var url = provider.detail("attributes_url");
        var answer =
                provider.detail("attributes_request_method").equals("POST")
                        ? ProviderHttp.post(url, headers, "", services)
                        : ProviderHttp.get(url, headers, services);
        if (answer.status() != 200 || !answer.json().isObject()) {
            throw refused("Error processing userInfo response");
        }
        if (!answer.json().path("sub").asString("").equals(subject)) {
            throw refused("Bad userInfo subject");
        }
        return answer.json();
    }

    private static RuntimeException refused(String why) {
        return CognitoErrors.invalid(why);
    }
}
