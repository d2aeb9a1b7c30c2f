package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which part of a list is asked for. IAM shows 100 entries where nothing else is said.
///
/// A marker says which entry was the last one shown, and where it stood: a list goes on behind it,
/// or from that place if it is gone meanwhile. It tells no names and fits the 320 characters that
/// the API model allows, however long a path is. One of another list is refused.
///
/// Source: [ListUsers](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html)
///
/// @param list which list it is, such as the operation's name, and whose
record Paging(String list, Optional<String> marker, Optional<Integer> maxItems) {

    private static final int USUAL = 100;
    private static final int DIGEST_BYTES = 16;
    private static final int MARKER_BYTES = Integer.BYTES + 2 * DIGEST_BYTES;

    /// A part of a list.
    ///
    /// @param marker where the next part begins; present if there is one
    record Page<T>(List<T> items, boolean isTruncated, Optional<String> marker) {

        Page {
            items = List.copyOf(items);
        }

        /// The same part, of things made of those in it.
        <R> Page<R> map(Function<? super T, ? extends R> make) {
            return new Page<>(items.stream().<R>map(make).toList(), isTruncated, marker);
        }
    }

    /// The part that is asked for.
    ///
    /// @param key tells each entry from all others
    /// @throws groundschool.emulator.AwsException if the marker is none of this list's
    <T> Page<T> of(List<T> all, Function<? super T, String> key) {
        var begin = marker.map(text -> begin(text, all, key)).orElse(0);
        var end = Math.min(all.size(), begin + maxItems.orElse(USUAL));
        var items = all.subList(begin, end);
        return end < all.size()
                ? new Page<>(items, true, Optional.of(after(end, key.apply(items.getLast()))))
                : new Page<>(items, false, Optional.empty());
    }

    private <T> int begin(String text, List<T> all, Function<? super T, String> key) {
        var read = ByteBuffer.wrap(decoded(text));
        var place = read.getInt();
        var last = new byte[DIGEST_BYTES];
        read.get(last);
        for (var i = 0; i < all.size(); i++) {
            if (Arrays.equals(last, digest(key.apply(all.get(i))))) {
                return i + 1;
            }
        }
        // Whoever was shown last is gone, so that those behind it have moved up by one.
        return Math.clamp(place - 1L, 0, all.size());
    }

    private byte[] decoded(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length == MARKER_BYTES
                    && Arrays.equals(
                            digest(list),
                            Arrays.copyOfRange(bytes, MARKER_BYTES - DIGEST_BYTES, MARKER_BYTES))) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Not even base64: the same answer.
        }
        throw IamErrors.validation("Invalid Marker.");
    }

    /// @param place how many were shown
    private String after(int place, String lastKey) {
        var bytes =
                ByteBuffer.allocate(MARKER_BYTES)
                        .putInt(place)
                        .put(digest(lastKey))
                        .put(digest(list));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static byte[] digest(String text) {
        try {
            var all =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(all, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
