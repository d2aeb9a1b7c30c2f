package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.GatewayErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A part of a list, from a position that the last part gave.
///
/// @param position where the next part begins; absent if this is the last
record Page<V>(List<V> items, Optional<String> position) {

    private static final int USUAL = 25;
    private static final int MOST = 500;

    /// @param from as the client got it
    static <V> Page<V> of(List<V> all, Optional<String> from, Optional<Integer> limit) {
        int first = from.map(Page::number).orElse(0);
        int size = Math.clamp(limit.orElse(USUAL), 1, MOST);
        int end = Math.min(all.size(), first + size);
        return new Page<>(
                first >= end ? List.of() : List.copyOf(all.subList(first, end)),
                end < all.size() ? Optional.of(position(end)) : Optional.empty());
    }

    private static String position(int number) {
        return Base64.getEncoder()
                .encodeToString(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    private static int number(String position) {
        try {
            var text = new String(Base64.getDecoder().decode(position), StandardCharsets.UTF_8);
            return Math.max(0, Integer.parseInt(text));
        } catch (IllegalArgumentException _) {
            throw GatewayErrors.badRequest("Invalid position parameter");
        }
    }
}
