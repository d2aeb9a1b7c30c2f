package groundschool.emulator.cognitoidentity.login;

import groundschool.emulator.cognitoidentity.Identity.Link;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sign-in that was shown and is good.
///
/// @param provider as the request names it
/// @param client whom the token was given to; absent if it was given to nobody in particular
/// @param link what the pool remembers of it
/// @param amr what a token says of it
/// @param claims the token's, each as the texts that it has
public record Login(
        String provider,
        Optional<String> client,
        Link link,
        List<String> amr,
        Map<String, List<String>> claims) {

    public Login {
        amr = List.copyOf(amr);
        claims = Map.copyOf(claims);
    }

    /// What a claim says; nothing if it is not there.
    public List<String> claim(String name) {
        return claims.getOrDefault(name, List.of());
    }
}
