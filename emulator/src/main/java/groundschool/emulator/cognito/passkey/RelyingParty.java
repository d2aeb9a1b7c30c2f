package groundschool.emulator.cognito.passkey;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.wire.HostName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// For whom passkeys of a pool are: the host of its applications.
///
/// @param id a host name; keys that were made for it are used on it and the hosts below it
/// @param mustVerify whether authenticators have to know who uses them
public record RelyingParty(String id, boolean mustVerify) {

    /// The factor that pools allow.
    static final String FACTOR = "WEB_AUTHN";

    /// @throws groundschool.emulator.AwsException if the pool has no passkeys, or nobody for whom
    ///   they are
    static RelyingParty of(Pool pool) {
        if (!isAllowed(pool)) {
            throw CognitoErrors.of(
                    "WebAuthnNotEnabledException",
                    "Passkeys are not enabled for the user pool: its sign-in policy does not allow WEB_AUTHN.");
        }
        var settings = pool.mfa().webAuthn();
        var id =
                settings.flatMap(Pool.WebAuthn::relyingPartyId)
                        .or(() ->
                                pool.customDomain()
                                        .or(pool::domain)
                                        .map(domain -> hosted(domain, pool.region())))
                        .orElseThrow(() ->
                                CognitoErrors.of(
                                        "WebAuthnConfigurationMissingException",
                                        "The user pool has neither a RelyingPartyId in its WebAuthnConfiguration nor a domain."));
        return new RelyingParty(id, settings.filter(Pool.WebAuthn::mustVerify).isPresent());
    }

    /// Whether people of a pool may sign in with passkeys.
    public static boolean isAllowed(Pool pool) {
        return pool.settings()
                .policies()
                .signInPolicy()
                .flatMap(PoolSettings.SignInPolicy::allowedFirstAuthFactors)
                .orElse(List.of())
                .contains(FACTOR);
    }

    private static String hosted(String domain, String region) {
        return "%s.auth.%s.localhost".formatted(domain, region);
    }

    boolean isHashed(byte[] hash) {
        return Arrays.equals(hash, Hashes.sha256(Hashes.utf8(id)));
    }

    /// Whether a page there may use the keys. Plain HTTP is for this machine only.
    boolean isOrigin(String origin) {
        try {
            var uri = new URI(origin);
            var host = Optional.ofNullable(uri.getHost()).orElse("");
            var isSafe =
                    "https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && HostName.isLoopback(host));
            return isSafe && (host.equals(id) || host.endsWith("." + id));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
