package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.transfer.TransferErrors;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// A page of exports or imports.
///
/// @param next where to go on, if there are more
record TransferPage<T>(List<T> all, Optional<String> next) {

    /// As the service has them, unless more are asked for.
    private static final int USUAL = 10;

    /// A token's length is a multiple of eight bytes, and at least this.
    private static final int LEAST_BYTES = 56;

    /// @param kind tells tokens of exports and imports apart
    /// @param all in the order in which they are shown
    /// @throws groundschool.emulator.AwsException if the token is none of ours
    static <T> TransferPage<T> of(
            String kind,
            List<T> all,
            Function<T, String> arn,
            Optional<String> token,
            OptionalInt limit) {
        var after = token.map(text -> arn(kind, text));
        int start = after.map(last -> all.stream().map(arn).toList().indexOf(last) + 1).orElse(0);
        int end = Math.min(all.size(), start + limit.orElse(USUAL));
        return new TransferPage<>(
                all.subList(start, end),
                end < all.size()
                        ? Optional.of(token(kind, arn.apply(all.get(end - 1))))
                        : Optional.empty());
    }

    private static String token(String kind, String arn) {
        var bytes = (kind + " " + arn).getBytes(StandardCharsets.UTF_8);
        int length = Math.max(LEAST_BYTES, Math.ceilDiv(bytes.length, Long.BYTES) * Long.BYTES);
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
    }

    private static String arn(String kind, String token) {
        try {
            var text =
                    new String(HexFormat.of().parseHex(token), StandardCharsets.UTF_8)
                            .replace("\0", "");
            if (text.startsWith(kind + " ")) {
                return text.substring(kind.length() + 1);
            }
        } catch (IllegalArgumentException noHexadecimals) {
            throw invalid(token);
        }
        throw invalid(token);
    }

    private static RuntimeException invalid(String token) {
        return TransferErrors.invalidRequest("Provided nextToken is invalid: " + token);
    }
}
