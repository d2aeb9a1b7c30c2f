package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.Tag;
import java.util.List;

/// The labels of a bucket.
public record BucketTags(List<Tag> tags) {
    public BucketTags {
        tags = List.copyOf(tags);
    }
}
