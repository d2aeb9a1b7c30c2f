package groundschool.emulator.kms.operation;

import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KmsErrors;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A label of a key.
///
/// Source: [Tag](https://docs.aws.amazon.com/kms/latest/APIReference/API_Tag.html)
public record Tag(String tagKey, String tagValue) {

    private static final int MOST = 50;

    /// Labels with more of them.
    ///
    /// @throws groundschool.emulator.AwsException if KMS would not take them
    static Map<String, String> added(Map<String, String> before, List<Tag> more) {
        var all = new TreeMap<>(before);
        var seen = new HashSet<String>();
        for (var tag : more) {
            if (tag.tagKey().startsWith("aws:")) {
                throw KmsErrors.tag("Tags beginning with aws: are reserved");
            }
            if (!seen.add(tag.tagKey())) {
                throw KmsErrors.tag("Duplicate tag keys");
            }
            all.put(tag.tagKey(), tag.tagValue());
        }
        if (all.size() > MOST) {
            throw KmsErrors.tag("Too many tags");
        }
        return all;
    }

    /// What policies may test of labels that are given.
    static void conditions(List<Tag> tags, KeyAccess access) {
        tags.forEach(tag -> access.with("aws:RequestTag/" + tag.tagKey(), tag.tagValue()));
        if (!tags.isEmpty()) {
            access.withAll("aws:TagKeys", tags.stream().map(Tag::tagKey).distinct().toList());
        }
    }
}
