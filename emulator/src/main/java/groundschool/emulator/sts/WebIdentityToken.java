package groundschool.emulator.sts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.ThisMachine;
import groundschool.emulator.iam.identity.OidcProvider;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An ID token, as an OpenID Connect provider signs them.
///
/// Source: [Request temporary security
/// credentials](https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html);
/// [available keys for OIDC
/// federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif);
/// [session
/// tags](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp)
final class WebIdentityToken {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private static final String TAGS = "https://aws.amazon.com/tags";
    private static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";

    private final SignedJWT jwt;
    private final JWTClaimsSet claims;

    private WebIdentityToken(SignedJWT jwt, JWTClaimsSet claims) {
        this.jwt = jwt;
        this.claims = claims;
    }

    /// @throws AwsException if it is no such token
    static WebIdentityToken of(String text) {
        try {
            var jwt = SignedJWT.parse(text);
            return new WebIdentityToken(jwt, jwt.getJWTClaimsSet());
        } catch (ParseException | IllegalArgumentException e) {
            throw StsErrors.invalidIdentityToken(
                    "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        }
    }

    /// Who says that it has signed it.
    ///
    /// @throws AwsException if nobody does
    String issuer() {
        var issuer = Optional.ofNullable(claims.getIssuer()).orElse("");
        if (!issuer.startsWith("https://") && !ThisMachine.isAt(issuer)) {
            throw StsErrors.invalidIdentityToken("Issuer must be a valid URL");
        }
        return issuer;
    }

    /// @throws AwsException if none of these keys has signed it
    void verify(JWKSet keys) {
        var header = jwt.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw StsErrors.invalidIdentityToken(
                    "Unsupported signing algorithm: " + header.getAlgorithm());
        }
        var signer =
                keys.getKeys().stream()
                        .filter(key ->
                                header.getKeyID() == null
                                        || header.getKeyID().equals(key.getKeyID()))
                        .filter(AsymmetricJWK.class::isInstance)
                        .map(AsymmetricJWK.class::cast)
                        .findFirst()
                        .orElseThrow(StsErrors::noVerificationKey);
        try {
            var verifier =
                    new DefaultJWSVerifierFactory().createJWSVerifier(header, signer.toPublicKey());
            if (jwt.verify(verifier)) {
                return;
            }
        } catch (JOSEException keyDoesNotFit) {
            throw StsErrors.noVerificationKey();
        }
        throw StsErrors.invalidIdentityToken("Token signature is invalid");
    }

    /// @throws AwsException if its time is over, or has not come
    void checkTime(Instant now) {
        var expires =
                Optional.ofNullable(claims.getExpirationTime())
                        .map(Date::toInstant)
                        .orElseThrow(() -> missing("exp"));
        if (!now.isBefore(expires)) {
            throw StsErrors.expiredToken(
                    "Token expired: current date/time %d must be before the expiration date/time%d"
                            .formatted(now.getEpochSecond(), expires.getEpochSecond()));
        }
        Optional.ofNullable(claims.getNotBeforeTime())
                .map(Date::toInstant)
                .filter(now::isBefore)
                .ifPresent(_ -> {
                    throw StsErrors.invalidIdentityToken("Token is not valid yet");
                });
    }

    /// @throws AwsException if it is meant for none of these
    void checkAudience(List<String> clientIds) {
        if (audiences().stream().noneMatch(clientIds::contains)) {
            throw StsErrors.invalidIdentityToken("Incorrect token audience");
        }
    }

    /// Whom it vouches for.
    ///
    /// @throws AwsException if it names nobody
    Principal.FederatedIdentity principal(OidcProvider provider, String account) {
        return principal(provider.name(), provider.arn(account), account);
    }

    /// The same, of a provider that is no provider of IAM.
    ///
    /// @param name what condition keys begin with
    /// @param principal what policies call it
    Principal.FederatedIdentity principal(String name, String principal, String account) {
        var subject = Optional.ofNullable(claims.getSubject()).orElseThrow(() -> missing("sub"));
        var keys = new HashMap<String, List<String>>();
        keys.put(name + ":sub", List.of(subject));
        keys.put(name + ":aud", audiences());
        texts("amr").ifPresent(values -> keys.put(name + ":amr", values));
        texts("email").ifPresent(values -> keys.put(name + ":email", values));
        return new Principal.FederatedIdentity(
                account,
                principal,
                subject,
                audiences().getFirst(),
                keys,
                tags(),
                transitiveTags(),
                texts(SOURCE_IDENTITY).map(List::getFirst));
    }

    /// Whom it was given to, or else whom it is for, first.
    ///
    /// @throws AwsException if it does not say
    String audience() {
        return audiences().getFirst();
    }

    /// The party that the token was given to, if it says so, rather than those that it is for.
    private List<String> audiences() {
        var all = texts("azp").orElse(claims.getAudience());
        if (all.isEmpty()) {
            throw missing("aud");
        }
        return all;
    }

    private Optional<List<String>> texts(String claim) {
        return texts(claims.getClaims().get(claim));
    }

    private static Optional<List<String>> texts(@Nullable Object value) {
        return switch (value) {
            case String text -> Optional.of(List.of(text));
            case List<?> several when !several.isEmpty() ->
                    Optional.of(several.stream().map(String::valueOf).toList());
            case null, default -> Optional.empty();
        };
    }

    private Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        if (tagClaim().get("principal_tags") instanceof Map<?, ?> given) {
            given.forEach((key, value) ->
                    texts(value)
                            .ifPresent(values -> tags.put(String.valueOf(key), values.getFirst())));
        }
        return tags;
    }

    private List<String> transitiveTags() {
        return texts(tagClaim().get("transitive_tag_keys")).orElse(List.of());
    }

    private Map<?, ?> tagClaim() {
        return claims.getClaims().get(TAGS) instanceof Map<?, ?> claim ? claim : Map.of();
    }

    private static AwsException missing(String claim) {
        return StsErrors.invalidIdentityToken("Missing a required claim: " + claim);
    }
}
