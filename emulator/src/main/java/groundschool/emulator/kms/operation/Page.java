package groundschool.emulator.kms.operation;

import groundschool.emulator.kms.KmsErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a list.
///
/// @param next where the next part begins; absent if this is the last
record Page<T>(List<T> elements, Optional<String> next) {

    private static final String MARK = "kms:";

    /// @param key by which elements are told apart
    /// @throws groundschool.emulator.AwsException if the marker is none that was given out
    static <T> Page<T> of(
            List<T> all, Function<T, String> key, int limit, Optional<String> marker) {
        var after = marker.map(Page::text);
        var from = 0;
        while (after.isPresent()
                && from < all.size()
                && !key.apply(all.get(from)).equals(after.get())) {
            from++;
        }
        return part(all, marker.isPresent() ? from + 1 : 0, limit, key);
    }

    /// The same of elements that only their places tell apart.
    static <T> Page<T> inOrder(List<T> all, int limit, Optional<String> marker) {
        return of(all, element -> String.valueOf(all.indexOf(element)), limit, marker);
    }

    boolean isTruncated() {
        return next.isPresent();
    }

    private static <T> Page<T> part(List<T> all, int from, int limit, Function<T, String> key) {
        var start = Math.min(from, all.size());
        var part = all.subList(start, Math.min(start + limit, all.size()));
        return new Page<>(
                part,
                start + part.size() < all.size() && !part.isEmpty()
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
        throw KmsErrors.invalidMarker();
    }
}
