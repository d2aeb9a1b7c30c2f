package groundschool.emulator.cognito.login;

import groundschool.emulator.HttpRequest;
import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import groundschool.emulator.wire.FormFields;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/// What the pages leave in a browser: that somebody has signed in, and that forms are its own.
final class LoginCookies {

    private static final String SIGNED_IN = "cognito";
    private static final String CSRF = "XSRF-TOKEN";
    private static final String KIND = "cognito-login";
    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final int CSRF_BYTES = 24;

    private final HttpRequest request;
    private final String csrf;

    LoginCookies(HttpRequest request, SecureRandom random) {
        this.request = request;
        this.csrf = value(request, CSRF).orElseGet(() -> made(random));
    }

    private static String made(SecureRandom random) {
        var bytes = new byte[CSRF_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What forms of this browser carry.
    String csrf() {
        return csrf;
    }

    /// Whether a form is one of this browser's.
    boolean isOwn(FormFields form) {
        return value(request, CSRF)
                .filter(own -> Hashes.same(own, form.get("_csrf").orElse("")))
                .isPresent();
    }

    /// What has the browser keep it.
    String keepCsrf() {
        return "%s=%s; Path=/; HttpOnly; SameSite=Lax".formatted(CSRF, csrf);
    }

    /// Who has signed in, as the browser keeps it.
    static String keep(Pool pool, String username, Instant authTime, UserPools pools) {
        var sealed =
                pools.seals()
                        .seal(
                                String.join(
                                        "\n",
                                        KIND,
                                        pool.id(),
                                        username,
                                        Long.toString(authTime.toEpochMilli())));
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax"
                .formatted(SIGNED_IN, safe(sealed), VALIDITY.toSeconds());
    }

    /// What has the browser forget it.
    static String forget() {
        return SIGNED_IN + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";
    }

    /// Somebody who has signed in here, and when.
    record SignedIn(User user, Instant authTime) {}

    /// Who has; nothing if nobody has, or it is long ago, or all sign-ins have been ended.
    Optional<SignedIn> signedIn(Pool pool, UserPools pools, Instant now) {
        return value(request, SIGNED_IN)
                .flatMap(cookie -> pools.seals().open(unsafe(cookie)))
                .map(text -> text.split("\n", -1))
                .filter(parts ->
                        parts.length == 4 && parts[0].equals(KIND) && parts[1].equals(pool.id()))
                .flatMap(parts -> signedIn(pool, pools, parts, now));
    }

    private static Optional<SignedIn> signedIn(
            Pool pool, UserPools pools, String[] parts, Instant now) {
        var authTime = Instant.ofEpochMilli(Long.parseLong(parts[3]));
        var isEnded =
                pools.grants(pool)
                        .ended(parts[2])
                        .filter(ended -> !authTime.isAfter(ended))
                        .isPresent();
        return isEnded || !now.isBefore(authTime.plus(VALIDITY))
                ? Optional.empty()
                : pools.users(pool)
                        .exactly(parts[2])
                        .filter(User::enabled)
                        .filter(user ->
                                user.status() == User.Status.CONFIRMED
                                        || user.status() == User.Status.EXTERNAL_PROVIDER)
                        .map(user -> new SignedIn(user, authTime));
    }

    private static String safe(String base64) {
        return base64.replace('+', '-').replace('/', '_').replace("=", ".");
    }

    private static String unsafe(String cookie) {
        return cookie.replace('-', '+').replace('_', '/').replace(".", "=");
    }

    private static Optional<String> value(HttpRequest request, String name) {
        return request.headers().all("Cookie").stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
