package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.identity.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// What becomes of tags. A tag whose key is there already, in whatever case, takes its place.
///
/// Source: [TagRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html),
/// [UntagRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html)
final class TagChanges {

    private TagChanges() {}

    /// @throws groundschool.emulator.AwsException if a key comes twice, or they become too many
    static List<Tag> added(List<Tag> before, List<Tag> tags) {
        TagRules.checked(tags);
        var after = new LinkedHashMap<String, Tag>();
        before.forEach(tag -> after.put(fold(tag.key()), tag));
        for (var tag : tags) {
            var known = after.get(fold(tag.key()));
            after.put(fold(tag.key()), known == null ? tag : new Tag(known.key(), tag.value()));
        }
        return TagRules.checked(List.copyOf(after.values()));
    }

    static List<Tag> removed(List<Tag> before, List<String> keys) {
        var gone = keys.stream().map(TagChanges::fold).toList();
        return before.stream().filter(tag -> !gone.contains(fold(tag.key()))).toList();
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
