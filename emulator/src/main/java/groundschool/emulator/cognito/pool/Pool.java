package groundschool.emulator.cognito.pool;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A directory of people, and how they sign in.
///
/// @param id the Region, `_` and nine letters and digits
/// @param schema all attributes, the standard ones first
/// @param caseSensitive whether `Ada` and `ada` are two users
/// @param domain the prefix under which its pages are; absent if it has none
/// @param customDomain a domain of its owner's, likewise
public record Pool(
        String id,
        String name,
        Instant createdAt,
        Instant modifiedAt,
        PoolSettings settings,
        List<SchemaAttribute> schema,
        List<String> aliasAttributes,
        List<String> usernameAttributes,
        Optional<Boolean> caseSensitive,
        SecondFactorSettings mfa,
        Optional<String> domain,
        Optional<String> customDomain) {

    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public Pool {
        schema = List.copyOf(schema);
        aliasAttributes = List.copyOf(aliasAttributes);
        usernameAttributes = List.copyOf(usernameAttributes);
    }

    /// Which second factors besides SMS a pool knows.
    ///
    /// @param email how messages with codes read; absent if there are none by e-mail
    /// @param webAuthn how passkeys are made; absent if nobody said
    public record SecondFactorSettings(
            boolean softwareToken,
            Optional<EmailMfa> email,
            boolean sms,
            Optional<WebAuthn> webAuthn) {

        public static final SecondFactorSettings NONE =
                new SecondFactorSettings(false, Optional.empty(), false, Optional.empty());
    }

    /// How passkeys are made and used.
    ///
    /// @param relyingPartyId the host that they are for
    public record WebAuthn(
            Optional<String> relyingPartyId,
            Optional<String> userVerification,
            Optional<String> factorConfiguration) {

        /// Whether a passkey stands for two factors, since it knows who uses it.
        public boolean isMultiFactor() {
            return factorConfiguration.equals(Optional.of("MULTI_FACTOR_WITH_USER_VERIFICATION"));
        }

        /// Whether authenticators have to know who uses them.
        public boolean mustVerify() {
            return isMultiFactor() || userVerification.equals(Optional.of("required"));
        }
    }

    public record EmailMfa(Optional<String> message, Optional<String> subject) {}

    /// A fresh id.
    public static String newId(String region, SecureRandom random) {
        var id = new StringBuilder(region).append('_');
        for (int i = 0; i < 9; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    /// The Region that it is in.
    public String region() {
        return id.substring(0, id.indexOf('_'));
    }

    /// What SRP calls the pool: the id without the Region.
    public String shortName() {
        return id.substring(id.indexOf('_') + 1);
    }

    public String arn(String account) {
        return "arn:aws:cognito-idp:%s:%s:userpool/%s".formatted(region(), account, id);
    }

    /// What tokens say who issued them.
    public String issuer() {
        return "https://cognito-idp.%s.amazonaws.com/%s".formatted(region(), id);
    }

    public PasswordPolicy passwordPolicy() {
        return settings.policies().passwordPolicy().orElse(PasswordPolicy.USUAL);
    }

    /// Whether people are called by an attribute, such as their e-mail address.
    public boolean hasUsernameAttributes() {
        return !usernameAttributes.isEmpty();
    }

    public boolean autoVerifies(String attribute) {
        return settings.autoVerifiedAttributes().orElse(List.of()).contains(attribute);
    }

    /// Where `Ada` and `ada` are one, both are `ada`.
    public String folded(String name) {
        return caseSensitive.orElse(true) ? name : name.toLowerCase(Locale.ROOT);
    }

    public Pool with(PoolSettings other, Instant now) {
        return new Pool(
                id,
                name,
                createdAt,
                now,
                other,
                schema,
                aliasAttributes,
                usernameAttributes,
                caseSensitive,
                mfa,
                domain,
                customDomain);
    }

    public Pool renamed(String other) {
        return new Pool(
                id,
                other,
                createdAt,
                modifiedAt,
                settings,
                schema,
                aliasAttributes,
                usernameAttributes,
                caseSensitive,
                mfa,
                domain,
                customDomain);
    }

    public Pool withSchema(List<SchemaAttribute> other, Instant now) {
        return new Pool(
                id,
                name,
                createdAt,
                now,
                settings,
                other,
                aliasAttributes,
                usernameAttributes,
                caseSensitive,
                mfa,
                domain,
                customDomain);
    }

    public Pool with(SecondFactorSettings other) {
        return new Pool(
                id,
                name,
                createdAt,
                modifiedAt,
                settings,
                schema,
                aliasAttributes,
                usernameAttributes,
                caseSensitive,
                other,
                domain,
                customDomain);
    }

    public Pool at(Optional<String> otherDomain, Optional<String> otherCustomDomain) {
        return new Pool(
                id,
                name,
                createdAt,
                modifiedAt,
                settings,
                schema,
                aliasAttributes,
                usernameAttributes,
                caseSensitive,
                mfa,
                otherDomain,
                otherCustomDomain);
    }

    /// The name under which its pages are, whoever's it is.
    public Optional<String> pages() {
        return domain.or(() -> customDomain);
    }
}
