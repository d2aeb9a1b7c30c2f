package groundschool.emulator.cognito.passkey;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Signing in by a passkey.
///
/// Source: [Verifying an authentication
/// assertion](https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion)
public final class Assertion {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Assertion() {}

    /// Whether somebody can sign in so.
    public static boolean isPossible(Pool pool, User user, UserPools pools) {
        return RelyingParty.isAllowed(pool)
                && (pool.pages().isPresent()
                        || pool.mfa().webAuthn().flatMap(Pool.WebAuthn::relyingPartyId).isPresent())
                && !pools.passkeys(pool).of(user).isEmpty();
    }

    /// What the browser is asked for, as JSON.
    public static String options(
            Pool pool, User user, String challenge, Duration validity, UserPools pools) {
        var party = RelyingParty.of(pool);
        var all = new LinkedHashMap<String, Object>();
        all.put("challenge", challenge);
        all.put("timeout", validity.toMillis());
        all.put("rpId", party.id());
        all.put(
                "allowCredentials",
                pools.passkeys(pool).of(user).stream().map(Assertion::descriptor).toList());
        all.put("userVerification", party.mustVerify() ? "required" : "preferred");
        return JSON.writeValueAsString(all);
    }

    private static Map<String, Object> descriptor(Passkey passkey) {
        var all = new LinkedHashMap<String, Object>();
        all.put("type", "public-key");
        all.put("id", passkey.id());
        if (!passkey.transports().isEmpty()) {
            all.put("transports", passkey.transports());
        }
        return all;
    }

    /// Checks what the browser answered, and remembers that the key was used.
    ///
    /// @throws groundschool.emulator.AwsException if it is not the user's key that signed the
    ///   challenge
    public static void check(
            String credential, String challenge, Pool pool, User user, UserPools pools) {
        var party = RelyingParty.of(pool);
        var answer = read(credential);
        var response = answer.path("response");
        var passkey =
                pools.passkeys(pool)
                        .find(user, answer.path("id").asString(""))
                        .filter(each -> each.relyingPartyId().equals(party.id()))
                        .orElseThrow(CognitoErrors::incorrect);
        var said = ClientData.of(response).orElseThrow(CognitoErrors::incorrect);
        if (!said.answers("webauthn.get", challenge)) {
            throw CognitoErrors.incorrect();
        }
        said.checkOrigin(party);
        var bytes =
                ClientData.bytes(response, "authenticatorData")
                        .orElseThrow(CognitoErrors::incorrect);
        var data = AuthenticatorData.of(bytes).orElseThrow(CognitoErrors::incorrect);
        var key =
                ClientData.bytes(JSON.createObjectNode().put("key", passkey.key()), "key")
                        .flatMap(CoseKey::of)
                        .orElseThrow();
        var isFine =
                party.isHashed(data.rpIdHash())
                        && data.isPresent()
                        && (data.isVerified() || !party.mustVerify())
                        && isHandle(response, user)
                        && isNext(passkey, data)
                        && ClientData.bytes(response, "signature")
                                .filter(signature -> key.hasSigned(signed(bytes, said), signature))
                                .isPresent();
        if (!isFine) {
            throw CognitoErrors.incorrect();
        }
        pools.passkeys(pool).put(user, passkey.used(data.signCount()));
    }

    private static JsonNode read(String credential) {
        try {
            return JSON.readTree(credential);
        } catch (JacksonException _) {
            throw CognitoErrors.invalid("Invalid CREDENTIAL.");
        }
    }

    private static boolean isHandle(JsonNode response, User user) {
        var handle = Optional.of(response.path("userHandle").asString(""));
        return handle.filter(text -> !text.isEmpty())
                .map(Registration.handle(user)::equals)
                .orElse(true);
    }

    /// A key that counts has counted on: else there are two of it.
    private static boolean isNext(Passkey passkey, AuthenticatorData data) {
        return (passkey.signCount() == 0 && data.signCount() == 0)
                || data.signCount() > passkey.signCount();
    }

    /// What authenticators sign.
    static byte[] signed(byte[] authenticatorData, ClientData said) {
        var hash = said.hash();
        var all = Arrays.copyOf(authenticatorData, authenticatorData.length + hash.length);
        System.arraycopy(hash, 0, all, authenticatorData.length, hash.length);
        return all;
    }
}
