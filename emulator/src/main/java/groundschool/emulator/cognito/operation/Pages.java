package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.CognitoErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Lists that come in pages; a token is the name of the last that was shown, made unreadable.
final class Pages {

    private static final String MARK = "cognito ";

    private Pages() {}

    /// @param next leads on; absent if there are no more
    record Page<T>(List<T> entries, Optional<String> next) {}

    /// @param all in their order
    /// @param name unique among them
    static <T> Page<T> of(
            List<T> all, Function<T, String> name, Optional<String> token, int limit) {
        int start = 0;
        if (token.isPresent()) {
            var last = last(token.get());
            start = all.size();
            for (int i = 0; i < all.size(); i++) {
                if (name.apply(all.get(i)).equals(last)) {
                    start = i + 1;
                }
            }
        }
        var page = all.subList(start, (int) Math.min(all.size(), (long) start + limit));
        return new Page<>(
                List.copyOf(page),
                start + page.size() < all.size()
                        ? Optional.of(token(name.apply(page.getLast())))
                        : Optional.empty());
    }

    static String token(String last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + last).getBytes(StandardCharsets.UTF_8));
    }

    /// The name of the last that was shown.
    ///
    /// @throws groundschool.emulator.AwsException if it is no token
    static String last(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw CognitoErrors.invalid("Invalid pagination token");
    }
}
