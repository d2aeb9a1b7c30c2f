package groundschool.emulator.sts.operation;

import groundschool.emulator.Principal;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.sts.StsErrors;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The tags of a session: those that are asked for, and those that come along from the session
/// which asks.
///
/// Source: [Pass session
/// tags](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html); recorded answers
/// of STS
///
/// @param values by key
/// @param transitive the keys of those that go along to the next session
record SessionTags(Map<String, String> values, List<String> transitive) {

    /// @throws groundschool.emulator.AwsException if they cannot be had together
    static SessionTags of(
            Optional<List<Tag>> tags, Optional<List<String>> transitiveTagKeys, Principal caller) {
        var asked = tags.orElse(List.of());
        var inherited = inherited(caller);
        var values = new LinkedHashMap<String, String>(inherited);
        var seen = new HashSet<String>();
        for (var tag : asked) {
            if (!seen.add(fold(tag.key()))) {
                throw StsErrors.invalidParameter(
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
            if (inherited.keySet().stream().anyMatch(key -> fold(key).equals(fold(tag.key())))) {
                throw StsErrors.invalidParameter(
                        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.");
            }
            values.put(tag.key(), tag.value());
        }
        var transitive = new LinkedHashSet<>(inherited.keySet());
        for (var key : transitiveTagKeys.orElse(List.of())) {
            if (!seen.contains(fold(key))) {
                throw StsErrors.invalidParameter(
                        "The specified transitive tag key must be included in the requested tags.");
            }
            transitive.add(key);
        }
        return new SessionTags(values, List.copyOf(transitive));
    }

    private static Map<String, String> inherited(Principal caller) {
        var inherited = new LinkedHashMap<String, String>();
        caller.session()
                .ifPresent(session ->
                        session.transitiveTags()
                                .forEach(key ->
                                        Optional.ofNullable(session.tags().get(key))
                                                .ifPresent(value -> inherited.put(key, value))));
        return inherited;
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
