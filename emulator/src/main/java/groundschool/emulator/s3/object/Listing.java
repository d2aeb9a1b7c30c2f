package groundschool.emulator.s3.object;

import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.Objects;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.sandbox.Key;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A page of what is in a bucket: objects in the order of their keys' bytes, and in the place of
/// those whose keys have the delimiter behind the prefix, what they have in common.
///
/// Source: [Organizing objects using
/// prefixes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-prefixes.html)
///
/// @param last the last key or prefix of the page
public record Listing(
        List<ObjectVersion> objects,
        List<String> commonPrefixes,
        boolean isTruncated,
        Optional<String> last) {

    private static final int MOST = 1000;

    /// What is asked for.
    ///
    /// @param after only what comes after it
    /// @param most objects and prefixes
    /// @param versions whether all versions are, with deletions
    /// @param afterVersion with `versions`, only what comes after that version of the key `after`
    public record Query(
            String prefix,
            Optional<String> delimiter,
            Optional<String> after,
            int most,
            boolean versions,
            Optional<String> afterVersion) {

        /// Objects as they are now.
        public static Query ofObjects(
                Optional<String> prefix,
                Optional<String> delimiter,
                Optional<String> after,
                int most) {
            return new Query(
                    prefix.orElse(""),
                    delimiter.filter(text -> !text.isEmpty()),
                    after.filter(text -> !text.isEmpty()),
                    most,
                    false,
                    Optional.empty());
        }
    }

    /// How many are on a page.
    ///
    /// @throws groundschool.emulator.AwsException if it is less than none
    public static int most(Optional<Long> wanted, String parameter) {
        long most = wanted.orElse((long) MOST);
        if (most < 0 || most > Integer.MAX_VALUE) {
            throw S3Errors.invalidArgument(
                    most < 0
                            ? "Argument %s must be an integer between 0 and 2147483647"
                                    .formatted(parameter.replace("max-keys", "maxKeys"))
                            : "Provided %s not an integer or within integer range"
                                    .formatted(parameter),
                    parameter,
                    Long.toString(most));
        }
        return (int) Math.min(most, MOST);
    }

    /// The page that is asked for.
    public static Listing of(Objects objects, Query query) {
        return query.most() == 0
                ? new Listing(List.of(), List.of(), false, Optional.empty())
                : new Walk(objects, query).page();
    }

    private static final class Walk {

        private final Objects all;
        private final Query query;
        private final byte[] prefix;
        private final List<ObjectVersion> objects = new ArrayList<>();
        private final List<String> prefixes = new ArrayList<>();
        private Optional<String> last = Optional.empty();

        Walk(Objects all, Query query) {
            this.all = all;
            this.query = query;
            this.prefix = bytes(query.prefix());
        }

        Listing page() {
            var start = query.after().map(Walk::bytes).filter(this::isBehindPrefix).orElse(prefix);
            var cursor = all.from(start);
            var seen = "";
            boolean isBehindMarker = false;
            while (cursor.hasNext()) {
                var version = cursor.next();
                var key = version.key();
                if (!key.startsWith(query.prefix())) {
                    break;
                }
                boolean isNewest = !key.equals(seen);
                seen = key;
                if (query.after().filter(key::equals).isPresent() && !isBehindMarker) {
                    // Of the marker's key counts what follows the marker's version.
                    isBehindMarker =
                            query.afterVersion().filter(version.versionId()::equals).isPresent();
                    continue;
                }
                if (!query.versions() && (!isNewest || version.isDeleteMarker())) {
                    continue;
                }
                var common = common(key);
                if (common.isPresent() && isPassed(common.get())) {
                    cursor = all.from(behind(common.get()));
                    continue;
                }
                if (objects.size() + prefixes.size() == query.most()) {
                    return new Listing(objects, prefixes, true, last);
                }
                if (common.isPresent()) {
                    prefixes.add(common.get());
                    last = common;
                    cursor = all.from(behind(common.get()));
                } else {
                    objects.add(version);
                    last = Optional.of(key);
                }
            }
            return new Listing(objects, prefixes, false, last);
        }

        private boolean isBehindPrefix(byte[] after) {
            return Arrays.compareUnsigned(after, prefix) > 0;
        }

        /// Whether a common prefix was on a page before.
        private boolean isPassed(String common) {
            return query.after()
                    .filter(after -> Key.of(common).compareTo(Key.of(after)) <= 0)
                    .isPresent();
        }

        private Optional<String> common(String key) {
            return query.delimiter()
                    .map(delimiter -> {
                        int at = key.indexOf(delimiter, query.prefix().length());
                        return at < 0 ? "" : key.substring(0, at + delimiter.length());
                    })
                    .filter(common -> !common.isEmpty());
        }

        /// Behind everything that begins so: no text has a byte that is 255.
        private static byte[] behind(String common) {
            var bytes = bytes(common);
            var behind = Arrays.copyOf(bytes, bytes.length + 1);
            behind[bytes.length] = (byte) 0xff;
            return behind;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /// How names are written in an answer.
    ///
    /// @param isUrl whether they are percent-encoded, for XML cannot hold every character
    public record Encoding(boolean isUrl) {

        /// @throws groundschool.emulator.AwsException if it is none
        public static Encoding of(Optional<String> encodingType) {
            if (encodingType.filter(type -> !type.equalsIgnoreCase("url")).isPresent()) {
                throw S3Errors.invalidArgument(
                        "Invalid Encoding Method specified in Request",
                        "encoding-type",
                        encodingType.get());
            }
            return new Encoding(encodingType.isPresent());
        }

        public String of(String name) {
            return isUrl
                    ? URLEncoder.encode(name, StandardCharsets.UTF_8).replace("%2F", "/")
                    : name;
        }

        /// What the answer says of it.
        public Optional<String> type() {
            return isUrl ? Optional.of("url") : Optional.empty();
        }
    }
}
