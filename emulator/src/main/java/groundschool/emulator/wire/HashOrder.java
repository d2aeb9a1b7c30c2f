package groundschool.emulator.wire;

import java.util.Comparator;
import java.util.List;

/// The orders in which AWS's service framework lists members and values. It keeps both in Java hash
/// tables, so that the orders follow from the names.
///
/// Derived from recorded messages: every set of enumerated values but one that DynamoDB, API
/// Gateway, KMS and CloudWatch were seen to list (up to 56 values) stands in the order of
/// `hashCode() & 31`; several complaints of DynamoDB in one message stand in the order of a Java 7
/// `HashMap` of the members' names.
final class HashOrder {

    private HashOrder() {}

    /// The values of an enumeration as the service lists them: `[INDEXES, TOTAL, NONE]`.
    static List<String> values(List<String> model) {
        return model.stream()
                .sorted(Comparator.comparingInt(value -> value.hashCode() & 31))
                .toList();
    }

    /// The members of a structure as the service reports on them.
    static List<Shape.Member> members(List<Shape.Member> model) {
        int table = 16;
        while (model.size() > table * 3 / 4) {
            table *= 2;
        }
        int mask = table - 1;
        // Put in by name; within a bucket the last that was put in comes first.
        return model.stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Shape.Member member) -> bucket(member.name(), mask))
                                .thenComparing(Shape.Member::name, Comparator.reverseOrder()))
                .toList();
    }

    private static int bucket(String member, int mask) {
        int hash = Paths.lowerFirst(member).hashCode();
        hash ^= (hash >>> 20) ^ (hash >>> 12);
        return (hash ^ (hash >>> 7) ^ (hash >>> 4)) & mask;
    }
}
