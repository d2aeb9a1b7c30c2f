package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.identity.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The condition keys of requests that carry tags or a permissions boundary.
///
/// Source: [Actions, resources, and condition keys for
/// IAM](https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html)
final class TagKeys {

    private TagKeys() {}

    static Map<String, List<String>> requested(
            Optional<List<Tag>> tags, Optional<String> boundary) {
        var keys = new HashMap<>(requested(tags.orElse(List.of())));
        boundary.ifPresent(arn -> keys.put("iam:PermissionsBoundary", List.of(arn)));
        return keys;
    }

    static Map<String, List<String>> requested(List<Tag> tags) {
        var keys = new HashMap<String, List<String>>();
        if (!tags.isEmpty()) {
            keys.put("aws:TagKeys", tags.stream().map(Tag::key).toList());
        }
        tags.forEach(tag -> keys.put("aws:RequestTag/" + tag.key(), List.of(tag.value())));
        return keys;
    }

    /// Of a resource that has tags.
    static Map<String, List<String>> of(List<Tag> tags) {
        var keys = new HashMap<String, List<String>>();
        for (var tag : tags) {
            keys.put("aws:ResourceTag/" + tag.key(), List.of(tag.value()));
            keys.put("iam:ResourceTag/" + tag.key(), List.of(tag.value()));
        }
        return keys;
    }
}
