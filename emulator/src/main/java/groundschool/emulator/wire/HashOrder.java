package groundschool.emulator.wire;

import java.util.Comparator;
import java.util.List;

/// The orders in which AWS's service framework lists members and values. It keeps both in Java hash
/// tables, so that the orders follow from the names.
///
/// Derived from recorded messages. All sets of enumerated values that DynamoDB, API Gateway, KMS
/// and CloudWatch were seen to list (up to 56 values) stand in the order of `hashCode() & 31`, but
/// two: the `KeyUsage` of KMS, and one of Lambda's lists of runtimes. Several complaints of
/// DynamoDB in one message stand in the order of a Java 8 `HashMap` of the members' names: PutItem
/// tells of `returnValues` before `tableName`, and UpdateItem, which has more members, of
/// `returnConsumedCapacity` before `returnValues`.
///
/// Source:
/// [dynamodb-conformance](https://github.com/nubo-db/dynamodb-conformance/blob/main/captures/2026-06-09-validation-rewording.json),
/// us-east-1 in June 2026; the older tests of dynalite show the order of Java 7, but pass any
final class HashOrder {

    private HashOrder() {}

    /// The values of an enumeration as the service lists them: `[INDEXES, TOTAL, NONE]`.
    static List<String> values(List<String> model) {
        // Within a bucket the last that was put in comes first.
        return model.reversed().stream()
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
        // Put in by name; within a bucket the first that was put in comes first.
        return model.stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Shape.Member member) -> bucket(member.name(), mask))
                                .thenComparing(Shape.Member::name))
                .toList();
    }

    private static int bucket(String member, int mask) {
        int hash = Paths.lowerFirst(member).hashCode();
        return (hash ^ (hash >>> 16)) & mask;
    }
}
