package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.cloudwatch.CloudWatchErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Tokens for pages, which say how much was shown.
final class Tokens {

    private static final String MARK = "groundschool ";

    private Tokens() {}

    /// @param next leads on; absent if there are no more
    record Page<T>(List<T> entries, Optional<String> next) {}

    static <T> Page<T> page(List<T> all, Optional<String> token, int limit) {
        int from = Math.min(all.size(), token.map(Tokens::read).orElse(0));
        int to = Math.min(all.size(), from + limit);
        return new Page<>(
                all.subList(from, to), to < all.size() ? Optional.of(write(to)) : Optional.empty());
    }

    static String write(int shown) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + shown).getBytes(StandardCharsets.UTF_8));
    }

    static int read(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.matches(MARK + "[0-9]{1,9}")) {
                return Integer.parseInt(text.substring(MARK.length()));
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw CloudWatchErrors.invalidToken();
    }
}
