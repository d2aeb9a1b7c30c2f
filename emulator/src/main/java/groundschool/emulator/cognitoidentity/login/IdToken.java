package groundschool.emulator.cognitoidentity.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import groundschool.emulator.AwsException;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A token that somebody shows to sign in with.
///
/// Source: answers of Cognito that people quote
final class IdToken {

    private final SignedJWT token;
    private final JWTClaimsSet claims;

    private IdToken(SignedJWT token, JWTClaimsSet claims) {
        this.token = token;
        this.claims = claims;
    }

    /// @throws AwsException if it is none
    static IdToken of(String text) {
        try {
            var token = SignedJWT.parse(text);
            return new IdToken(token, token.getJWTClaimsSet());
        } catch (ParseException | IllegalArgumentException e) {
            throw CognitoIdentityErrors.invalidLogin("Not a valid OpenId Connect identity token.");
        }
    }

    /// @throws AwsException if somebody else has issued it
    void checkIssuer(String expected) {
        var issuer = Optional.ofNullable(claims.getIssuer()).orElse("");
        if (!issuer.replaceFirst("/$", "").equals(expected.replaceFirst("/$", ""))) {
            throw CognitoIdentityErrors.invalidLogin("Issuer doesn't match providerName");
        }
    }

    /// The one of these whom it was given to.
    ///
    /// @throws AwsException if it was given to none of them
    String audience(List<String> clients) {
        var all = claims.getAudience();
        if (all.isEmpty()) {
            throw missing("aud");
        }
        return all.stream()
                .filter(clients::contains)
                .findFirst()
                .orElseThrow(CognitoIdentityErrors::unknownProvider);
    }

    /// Who it is about.
    ///
    /// @throws AwsException if it does not say
    String subject() {
        return Optional.ofNullable(claims.getSubject()).orElseThrow(() -> missing("sub"));
    }

    /// @throws AwsException if none of these keys has signed it, or its time is over
    void verify(JWKSet keys, Instant now) {
        if (!isSigned(keys)) {
            throw CognitoIdentityErrors.invalidLogin("Couldn't verify signed token.");
        }
        var expires =
                Optional.ofNullable(claims.getExpirationTime())
                        .map(Date::toInstant)
                        .orElseThrow(() -> missing("exp"));
        if (!now.isBefore(expires)) {
            throw CognitoIdentityErrors.invalidLogin(
                    "Token expired: %d >= %d"
                            .formatted(now.getEpochSecond(), expires.getEpochSecond()));
        }
    }

    private boolean isSigned(JWKSet keys) {
        var header = token.getHeader();
        var key =
                keys.getKeys().stream()
                        .filter(each ->
                                header.getKeyID() == null
                                        || header.getKeyID().equals(each.getKeyID()))
                        .filter(AsymmetricJWK.class::isInstance)
                        .map(AsymmetricJWK.class::cast)
                        .findFirst();
        try {
            return key.isPresent()
                    && token.verify(
                            new DefaultJWSVerifierFactory()
                                    .createJWSVerifier(header, key.get().toPublicKey()));
        } catch (JOSEException keyDoesNotFit) {
            return false;
        }
    }

    JWTClaimsSet claims() {
        return claims;
    }

    /// Its claims, each as the texts that it has.
    Map<String, List<String>> texts() {
        var texts = new HashMap<String, List<String>>();
        claims.getClaims()
                .forEach((name, value) -> {
                    if (value instanceof Collection<?> several) {
                        texts.put(name, several.stream().map(String::valueOf).toList());
                    } else if (value != null) {
                        texts.put(name, List.of(String.valueOf(value)));
                    }
                });
        return texts;
    }

    private static AwsException missing(String claim) {
        return CognitoIdentityErrors.invalidLogin("Missing a required claim: " + claim);
    }
}
