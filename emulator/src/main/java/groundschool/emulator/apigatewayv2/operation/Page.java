package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.V2Errors;
import java.util.List;
import java.util.Optional;

/// A part of a list, from a token that the last part gave.
record Page<V>(List<V> items, Optional<String> nextToken) {

    private static final int MOST = 500;

    static <V> Page<V> of(List<V> all, Optional<String> token, Optional<String> most) {
        int first = token.map(Page::number).orElse(0);
        int size = Math.clamp(most.map(Page::number).orElse(MOST), 1, MOST);
        int end = Math.min(all.size(), first + size);
        return new Page<>(
                first >= end ? List.of() : List.copyOf(all.subList(first, end)),
                end < all.size() ? Optional.of(Integer.toString(end)) : Optional.empty());
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw V2Errors.badRequest("Invalid token or number: " + text);
        }
        return Integer.parseInt(text);
    }
}
