package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.identity.Tag;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What IAM asks of tags besides what the API model says.
///
/// Source: recorded answers of IAM and STS
/// ([tags](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules))
final class TagRules {

    private static final int MOST = 50;

    private TagRules() {}

    static List<Tag> checked(Optional<List<Tag>> tags) {
        return checked(tags.orElse(List.of()));
    }

    static List<Tag> checked(List<Tag> tags) {
        var seen = new HashSet<String>();
        for (var tag : tags) {
            if (!seen.add(fold(tag.key()))) {
                throw IamErrors.invalidInput(
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
        }
        if (tags.size() > MOST) {
            throw IamErrors.limitExceeded("The number of tags has reached the maximum limit.");
        }
        return List.copyOf(tags);
    }

    /// What there is with these: a key that is there already gets the new value, and keeps its
    /// letters.
    static List<Tag> with(List<Tag> there, List<Tag> added) {
        var all = new LinkedHashMap<String, Tag>();
        there.forEach(tag -> all.put(fold(tag.key()), tag));
        for (var tag : checked(added)) {
            all.merge(fold(tag.key()), tag, (old, fresh) -> new Tag(old.key(), fresh.value()));
        }
        return checked(List.copyOf(all.values()));
    }

    /// What there is without those of these keys.
    static List<Tag> without(List<Tag> there, List<String> keys) {
        var gone = keys.stream().map(TagRules::fold).collect(Collectors.toSet());
        return there.stream().filter(tag -> !gone.contains(fold(tag.key()))).toList();
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
