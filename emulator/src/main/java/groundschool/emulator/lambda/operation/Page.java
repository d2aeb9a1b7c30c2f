package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.LambdaErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A page of a list.
///
/// @param next where the next one begins; absent on the last
record Page<T>(List<T> items, Optional<String> next) {

    /// @param marker where an earlier page ended
    /// @param most that a page has, whatever is asked for
    static <T> Page<T> of(List<T> all, Optional<String> marker, int asked, int most) {
        int from = Math.min(marker.map(Page::position).orElse(0), all.size());
        int to = Math.min(from + Math.min(asked, most), all.size());
        return new Page<>(
                List.copyOf(all.subList(from, to)),
                to < all.size() ? Optional.of(marker(to)) : Optional.empty());
    }

    private static String marker(int position) {
        return Base64.getEncoder()
                .encodeToString(("page:" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String marker) {
        try {
            var text = new String(Base64.getDecoder().decode(marker), StandardCharsets.UTF_8);
            return Math.max(0, Integer.parseInt(text.substring("page:".length())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw LambdaErrors.invalid("Invalid marker.");
        }
    }
}
