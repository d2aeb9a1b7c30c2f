package groundschool.emulator.cognito.passkey;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Registers passkeys of somebody who has signed in.
///
/// Source: [Registering a new
/// credential](https://www.w3.org/TR/webauthn-3/#sctn-registering-a-new-credential)
///
/// @param user who has signed in, by the client
public record Registration(Pool pool, User user, AppClient client) {

    private static final int CHALLENGE_BYTES = 32;
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int MOST_TRANSPORTS = 10;

    /// Who users are to authenticators.
    static String handle(User user) {
        return ClientData.text(Hashes.utf8(user.sub()));
    }

    /// A fresh challenge.
    public static String challenge(UserPools pools) {
        var bytes = new byte[CHALLENGE_BYTES];
        pools.random().nextBytes(bytes);
        return ClientData.text(bytes);
    }

    /// Begins: what the browser is asked for.
    ///
    /// @throws groundschool.emulator.AwsException if the pool has no passkeys
    public Map<String, Object> start(UserPools pools, Instant now) {
        var party = RelyingParty.of(pool);
        var challenge = challenge(pools);
        pools.passkeys(pool).begin(user, challenge, client.id(), now);
        var all = new LinkedHashMap<String, Object>();
        all.put(
                "authenticatorSelection",
                Map.of(
                        "requireResidentKey",
                        true,
                        "residentKey",
                        "required",
                        "userVerification",
                        party.mustVerify() ? "required" : "preferred"));
        all.put("challenge", challenge);
        all.put(
                "excludeCredentials",
                pools.passkeys(pool).of(user).stream()
                        .map(each -> Map.of("id", each.id(), "type", "public-key"))
                        .toList());
        all.put(
                "pubKeyCredParams",
                CoseKey.ALGORITHMS.stream()
                        .map(each -> Map.of("alg", each, "type", "public-key"))
                        .toList());
        all.put("rp", Map.of("id", party.id(), "name", party.id()));
        all.put("timeout", TIMEOUT_MILLIS);
        all.put(
                "user",
                Map.of(
                        "displayName", user.username(),
                        "id", handle(user),
                        "name", user.username()));
        return all;
    }

    /// Ends: the passkey is kept.
    ///
    /// @param credential what the browser answered, as JSON
    /// @throws groundschool.emulator.AwsException if it is not one that was asked for
    public void complete(JsonNode credential, UserPools pools, Instant now) {
        var party = RelyingParty.of(pool);
        var begun =
                pools.passkeys(pool).take(user, now).orElseThrow(Registration::challengeNotFound);
        if (!begun.clientId().equals(client.id())) {
            throw CognitoErrors.of(
                    "WebAuthnClientMismatchException",
                    "The registration was started by another app client.");
        }
        var response = credential.path("response");
        var said = ClientData.of(response).orElseThrow(() -> unreadable("clientDataJSON"));
        if (!said.answers("webauthn.create", begun.challenge())) {
            throw challengeNotFound();
        }
        said.checkOrigin(party);
        var data = attested(response, said);
        if (!party.isHashed(data.rpIdHash())) {
            throw CognitoErrors.of(
                    "WebAuthnRelyingPartyMismatchException",
                    "The passkey is for another relying party than %s.".formatted(party.id()));
        }
        if (!data.isPresent() || (party.mustVerify() && !data.isVerified())) {
            throw notSupported("The authenticator has not verified the user.");
        }
        pools.passkeys(pool).add(user, passkey(credential, data, party, pools, now));
    }

    private Passkey passkey(
            JsonNode credential,
            AuthenticatorData data,
            RelyingParty party,
            UserPools pools,
            Instant now) {
        var attested = data.attested().orElseThrow();
        var id = ClientData.text(attested.credentialId());
        if (!credential.path("type").asString("").equals("public-key")
                || !credential.path("id").asString("").equals(id)) {
            throw unreadable("id");
        }
        var transports = new ArrayList<String>();
        credential
                .path("response")
                .path("transports")
                .forEach(each -> {
                    if (transports.size() < MOST_TRANSPORTS) {
                        transports.add(each.asString(""));
                    }
                });
        return new Passkey(
                id,
                user.username(),
                ClientData.text(attested.key()),
                data.signCount(),
                "Passkey " + (pools.passkeys(pool).of(user).size() + 1),
                party.id(),
                Optional.of(credential.path("authenticatorAttachment").asString(""))
                        .filter(List.of("platform", "cross-platform")::contains),
                transports,
                now);
    }

    /// The authenticator's data, with a key of a kind that is known here. Who made the
    /// authenticator nobody asks; what it signs of itself by the new key has to be right.
    private static AuthenticatorData attested(JsonNode response, ClientData said) {
        var object =
                ClientData.bytes(response, "attestationObject")
                        .flatMap(Cbor::map)
                        .orElseThrow(() -> unreadable("attestationObject"));
        var bytes = object.bytes("authData").orElseThrow(() -> unreadable("attestationObject"));
        var data =
                AuthenticatorData.of(bytes)
                        .filter(each -> each.attested().isPresent())
                        .orElseThrow(() -> unreadable("attestationObject"));
        var key =
                CoseKey.of(data.attested().orElseThrow().key())
                        .orElseThrow(() -> notSupported("The kind of key is not supported."));
        var statement = object.map("attStmt");
        var isFine =
                switch (object.text("fmt").orElse("")) {
                    case "none" -> statement.filter(each -> each.map().isEmpty()).isPresent();
                    case "packed" ->
                            statement
                                    .filter(each -> !each.map().containsKey("x5c"))
                                    .filter(each ->
                                            each.number("alg").orElse(0L) == key.algorithm())
                                    .flatMap(each -> each.bytes("sig"))
                                    .filter(signature ->
                                            key.hasSigned(Assertion.signed(bytes, said), signature))
                                    .isPresent();
                    default -> false;
                };
        if (!isFine) {
            throw notSupported("The attestation is not supported: none or of its own only.");
        }
        return data;
    }

    private static RuntimeException challengeNotFound() {
        return CognitoErrors.of(
                "WebAuthnChallengeNotFoundException",
                "There is no registration of a passkey that this answers, or it took too long.");
    }

    private static RuntimeException notSupported(String why) {
        return CognitoErrors.of("WebAuthnCredentialNotSupportedException", why);
    }

    private static RuntimeException unreadable(String member) {
        return CognitoErrors.invalid("Invalid credential: %s.".formatted(member));
    }
}
