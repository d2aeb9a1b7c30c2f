package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.identity.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
            if (!seen.add(tag.key().toLowerCase(Locale.ROOT))) {
                throw IamErrors.invalidInput(
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
        }
        if (tags.size() > MOST) {
            throw IamErrors.limitExceeded("The number of tags has reached the maximum limit.");
        }
        return List.copyOf(tags);
    }
}
