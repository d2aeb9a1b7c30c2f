package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.Hashes;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What an application exchanges for tokens, once and soon.
///
/// @param challenge of PKCE; absent if the application sent none
/// @param scopes that were asked for
/// @param event the id of what threat protection keeps of the sign-in
public record LoginCode(
        String code,
        String clientId,
        String username,
        String redirectUri,
        List<String> scopes,
        Optional<String> nonce,
        Optional<String> challenge,
        Instant authTime,
        Optional<String> event,
        Instant expiresAt) {

    public LoginCode {
        scopes = List.copyOf(scopes);
    }

    /// Whether a verifier is the one that the challenge was made of: none if there was none.
    ///
    /// Source: [RFC 7636](https://www.rfc-editor.org/rfc/rfc7636#section-4.6)
    boolean fits(Optional<String> verifier) {
        return challenge
                .map(wanted ->
                        verifier.map(given ->
                                        Hashes.same(
                                                wanted,
                                                Base64.getUrlEncoder()
                                                        .withoutPadding()
                                                        .encodeToString(
                                                                Hashes.sha256(Hashes.utf8(given)))))
                                .orElse(false))
                .orElse(verifier.isEmpty());
    }
}
