package groundschool.emulator.s3;

import groundschool.emulator.AwsException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A label of a bucket or an object.
public record Tag(String key, String value) {

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    /// Holds tags against the rules of S3.
    ///
    /// Source: [Categorizing objects using
    /// tags](https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html) and
    /// recorded answers
    ///
    /// @throws groundschool.emulator.AwsException if one does not fit
    public static void check(List<Tag> tags, int most) {
        if (tags.size() > most) {
            throw new AwsException(
                    400,
                    "BadRequest",
                    "%s tags cannot be greater than %d"
                            .formatted(most == 10 ? "Object" : "Bucket", most));
        }
        var keys = new HashSet<String>();
        for (var tag : tags) {
            if (tag.key().isEmpty()
                    || tag.key().length() > 128
                    || !LETTERS.matcher(tag.key()).matches()) {
                throw new AwsException(
                        400,
                        "InvalidTag",
                        "The TagKey you have provided is invalid",
                        Map.of("TagKey", tag.key()));
            }
            if (tag.key().startsWith("aws:")) {
                throw new AwsException(
                        400,
                        "InvalidTag",
                        most == 10
                                ? "Your TagKey cannot be prefixed with aws:"
                                : "System tags cannot be added/updated by requester",
                        Map.of("TagKey", tag.key()));
            }
            if (tag.value().length() > 256 || !LETTERS.matcher(tag.value()).matches()) {
                throw new AwsException(
                        400,
                        "InvalidTag",
                        "The TagValue you have provided is invalid",
                        Map.of("TagKey", tag.key(), "TagValue", tag.value()));
            }
            if (!keys.add(tag.key())) {
                throw new AwsException(
                        400,
                        "InvalidTag",
                        "Cannot provide multiple Tags with the same key",
                        Map.of("TagKey", tag.key()));
            }
        }
    }
}
