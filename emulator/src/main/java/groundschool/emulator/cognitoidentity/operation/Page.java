package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a list.
///
/// @param next where the next part begins; absent if this is the last
record Page<T>(List<T> elements, Optional<String> next) {

    private static final String MARK = "cognito-identity:";

    /// @param key by which elements are told apart
    /// @throws groundschool.emulator.AwsException if the token is none that was given out
    static <T> Page<T> of(List<T> all, Function<T, String> key, int limit, Optional<String> token) {
        var from = 0;
        if (token.isPresent()) {
            var after = text(token.get());
            while (from < all.size() && key.apply(all.get(from)).compareTo(after) <= 0) {
                from++;
            }
        }
        var part = all.subList(from, Math.min(from + limit, all.size()));
        return new Page<>(
                part,
                from + part.size() < all.size()
                        ? Optional.of(token(key.apply(part.getLast())))
                        : Optional.empty());
    }

    private static String token(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw CognitoIdentityErrors.invalidParameter("Invalid NextToken");
    }
}
