package groundschool.emulator.iam.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The policies of a user, group or role.
///
/// @param inline documents by name, in the order in which they were first put
/// @param attached the ARNs of managed policies, in the order of attaching
/// @param boundary the ARN of the permissions boundary
public record Grants(
        SequencedMap<String, String> inline, List<String> attached, Optional<String> boundary) {

    /// Nothing is granted.
    public static final Grants NONE =
            new Grants(new LinkedHashMap<>(), List.of(), Optional.empty());

    public Grants {
        inline = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inline));
        attached = List.copyOf(attached);
    }

    /// With that inline policy, in place of one of the same name.
    public Grants put(String name, String document) {
        var more = new LinkedHashMap<>(inline);
        more.put(name, document);
        return new Grants(more, attached, boundary);
    }

    /// Without that inline policy.
    public Grants remove(String name) {
        var fewer = new LinkedHashMap<>(inline);
        fewer.remove(name);
        return new Grants(fewer, attached, boundary);
    }

    /// With that managed policy; one that is attached already is attached once.
    public Grants attach(String arn) {
        if (attached.contains(arn)) {
            return this;
        }
        var more = new ArrayList<>(attached);
        more.add(arn);
        return new Grants(inline, more, boundary);
    }

    /// Without that managed policy.
    public Grants detach(String arn) {
        return new Grants(
                inline, attached.stream().filter(each -> !each.equals(arn)).toList(), boundary);
    }

    /// Within that boundary, or within none.
    public Grants within(Optional<String> other) {
        return new Grants(inline, attached, other);
    }
}
