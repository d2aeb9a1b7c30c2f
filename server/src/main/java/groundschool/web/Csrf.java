package groundschool.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// Keeps other sites from acting in a learner's name: whatever changes something must repeat the
/// token of the learner's cookie, in the field `csrf` or the header `X-CSRF-Token`.
final class Csrf {

    private static final String COOKIE = "groundschool-csrf";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Csrf() {}

    /// The token of this browser, which is made with its first page.
    static String token(Context context) {
        return Optional.<String>ofNullable(context.attribute(COOKIE))
                .or(() -> Optional.ofNullable(context.cookie(COOKIE)))
                .filter(token -> token.length() == 32)
                .orElseGet(() -> issue(context));
    }

    /// @throws ForbiddenResponse if a request would change something without the token
    static void check(Context context) {
        if (READING.contains(context.method().name())) {
            return;
        }
        var sent =
                Optional.ofNullable(context.header("X-CSRF-Token"))
                        .or(() -> Optional.ofNullable(context.formParam("csrf")));
        var known = Optional.ofNullable(context.cookie(COOKIE));
        // Cookies ignore ports: another server on localhost could set one, but it cannot name our
        // origin.
        var isFromElsewhere =
                Optional.ofNullable(context.header("Origin"))
                        .filter(origin -> !origin.endsWith("://" + context.header("Host")))
                        .isPresent();
        if (isFromElsewhere
                || known.isEmpty()
                || sent.isEmpty()
                || !same(known.get(), sent.get())) {
            throw new ForbiddenResponse(
                    "This form is from another visit. Nothing was changed. Load the page again and repeat what you did.");
        }
    }

    private static String issue(Context context) {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().encodeToString(bytes);
        context.attribute(COOKIE, token);
        context.cookie(new Cookie(COOKIE, token, "/", -1, false, true, "", SameSite.STRICT));
        return token;
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
