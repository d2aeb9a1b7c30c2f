package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.ConditionOperator.Comparison;
import groundschool.emulator.iam.policy.ConditionOperator.Known;
import groundschool.emulator.iam.policy.ConditionOperator.Quantifier;
import groundschool.emulator.iam.policy.ConditionOperator.Unknown;
import java.util.Map;

/// The operators' names, without quantifier and `IfExists`.
final class ConditionOperators {

    private static final Map<String, Comparison> PLAIN =
            Map.ofEntries(
                    Map.entry("StringEquals", Comparison.STRING_EQUALS),
                    Map.entry("StringEqualsIgnoreCase", Comparison.STRING_EQUALS_IGNORE_CASE),
                    Map.entry("StringLike", Comparison.STRING_LIKE),
                    Map.entry("ArnEquals", Comparison.ARN_LIKE),
                    Map.entry("ArnLike", Comparison.ARN_LIKE),
                    Map.entry("NumericEquals", Comparison.NUMERIC_EQUALS),
                    Map.entry("NumericLessThan", Comparison.NUMERIC_LESS_THAN),
                    Map.entry("NumericLessThanEquals", Comparison.NUMERIC_LESS_THAN_EQUALS),
                    Map.entry("NumericGreaterThan", Comparison.NUMERIC_GREATER_THAN),
                    Map.entry("NumericGreaterThanEquals", Comparison.NUMERIC_GREATER_THAN_EQUALS),
                    Map.entry("DateEquals", Comparison.DATE_EQUALS),
                    Map.entry("DateLessThan", Comparison.DATE_LESS_THAN),
                    Map.entry("DateLessThanEquals", Comparison.DATE_LESS_THAN_EQUALS),
                    Map.entry("DateGreaterThan", Comparison.DATE_GREATER_THAN),
                    Map.entry("DateGreaterThanEquals", Comparison.DATE_GREATER_THAN_EQUALS),
                    Map.entry("Bool", Comparison.BOOL),
                    Map.entry("BinaryEquals", Comparison.BINARY_EQUALS),
                    Map.entry("IpAddress", Comparison.IP_ADDRESS),
                    Map.entry("Null", Comparison.NULL));

    private static final Map<String, Comparison> NEGATED =
            Map.of(
                    "StringNotEquals", Comparison.STRING_EQUALS,
                    "StringNotEqualsIgnoreCase", Comparison.STRING_EQUALS_IGNORE_CASE,
                    "StringNotLike", Comparison.STRING_LIKE,
                    "ArnNotEquals", Comparison.ARN_LIKE,
                    "ArnNotLike", Comparison.ARN_LIKE,
                    "NumericNotEquals", Comparison.NUMERIC_EQUALS,
                    "DateNotEquals", Comparison.DATE_EQUALS,
                    "NotIpAddress", Comparison.IP_ADDRESS);

    private ConditionOperators() {}

    static ConditionOperator of(String name) {
        var quantifier = Quantifier.SINGLE;
        var rest = name;
        if (rest.startsWith("ForAllValues:")) {
            quantifier = Quantifier.FOR_ALL_VALUES;
            rest = rest.substring("ForAllValues:".length());
        } else if (rest.startsWith("ForAnyValue:")) {
            quantifier = Quantifier.FOR_ANY_VALUE;
            rest = rest.substring("ForAnyValue:".length());
        }
        boolean ifExists = rest.endsWith("IfExists");
        if (ifExists) {
            rest = rest.substring(0, rest.length() - "IfExists".length());
        }
        boolean negated = NEGATED.containsKey(rest);
        var table = negated ? NEGATED : PLAIN;
        if (!table.containsKey(rest) || (ifExists && rest.equals("Null"))) {
            return new Unknown(name);
        }
        var comparison = table.getOrDefault(rest, Comparison.NULL);
        return new Known(name, quantifier, comparison, negated, ifExists);
    }
}
