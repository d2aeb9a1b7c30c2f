package groundschool.emulator.cognito.federation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.sts.saml.Assertion;
import groundschool.emulator.sts.saml.SamlResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what a SAML provider says of somebody.
///
/// Source: [SAML profiles,
/// 4.1.4.3](https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf), [Invalid SAML
/// response errors](https://repost.aws/knowledge-center/cognito-invalid-saml-response-errors)
///
/// @param assertion its id
/// @param claims by name; several values of one stand in brackets
public record SamlClaims(String assertion, Map<String, String> claims) {

    /// Clocks may differ by that much.
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    /// An answer that nobody asked for is good so long, which is no longer than it is remembered.
    private static final Duration UNASKED = Duration.ofMinutes(5);

    private static final String PROCESSING = "Error in SAML response processing: ";

    /// For whom an answer must be.
    ///
    /// @param audience the pool
    /// @param recipient the address that it comes to
    /// @param request the id of the request that it answers
    /// @param key that it must be encrypted for; absent if it need not be
    public record Expected(
            String audience, String recipient, String request, Optional<SamlKey> key) {}

    /// @throws AwsException if it is not the provider's, or not for this pool and request, or not
    ///   in time
    public static SamlClaims of(
            IdentityProvider provider,
            String response,
            Expected expected,
            Services services,
            Instant now) {
        var assertion = read(provider, response, expected.key(), services);
        try {
            check(assertion, expected, now);
            return new SamlClaims(assertion.id(), claims(assertion));
        } catch (AwsException refusal) {
            throw refusal.message().startsWith(PROCESSING)
                    ? refusal
                    : CognitoErrors.invalid(PROCESSING + refusal.message());
        }
    }

    private static Assertion read(
            IdentityProvider provider, String response, Optional<SamlKey> key, Services services) {
        var metadata = SamlDetails.metadata(provider.details(), services);
        try {
            return SamlResponse.of(response)
                    .assertion(
                            metadata, key.map(SamlKey::secret).stream().toList(), key.isPresent());
        } catch (AwsException refusal) {
            throw CognitoErrors.invalid(
                    refusal.message().equals("Response signature invalid")
                            ? PROCESSING + "SAML Assertion signature is invalid"
                            : PROCESSING + refusal.message());
        }
    }

    private static void check(Assertion assertion, Expected expected, Instant now) {
        if (!assertion.isCurrent(now, LEEWAY)) {
            throw refused("Assertion is expired or not yet valid");
        }
        if (!assertion.isFor(expected.audience())) {
            throw refused("Audience restriction was not satisfied");
        }
        if (!assertion.recipient().equals(expected.recipient())) {
            throw refused("Recipient is not this user pool");
        }
        if (!assertion.inResponseTo().equals(expected.request())) {
            throw refused("InResponseTo does not match the request");
        }
        if (expected.request().isEmpty() && !assertion.isIssuedSince(now.minus(UNASKED))) {
            throw refused("Assertion was issued too long ago");
        }
        if (assertion.id().isEmpty()) {
            throw refused("Assertion has no ID");
        }
    }

    private static AwsException refused(String why) {
        return CognitoErrors.invalid(PROCESSING + why);
    }

    private static Map<String, String> claims(Assertion assertion) {
        var all = new LinkedHashMap<String, String>();
        assertion.attributes().forEach((name, values) -> all.put(name, text(values)));
        all.put(IdentityProvider.NAME_ID, assertion.subject());
        all.put(IdentityProvider.ISSUER, assertion.issuer());
        return all;
    }

    private static String text(List<String> values) {
        return values.size() == 1
                ? values.getFirst()
                : values.isEmpty() ? "" : "[" + String.join(", ", values) + "]";
    }
}
