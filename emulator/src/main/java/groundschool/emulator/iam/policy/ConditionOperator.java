package groundschool.emulator.iam.policy;

/// How a condition compares the values of a key with those of the policy.
///
/// Source: [Condition
/// operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)
public sealed interface ConditionOperator {

    /// As the policy spells it, such as `ForAllValues:StringNotEqualsIfExists`.
    String name();

    /// What one value is compared for.
    enum Comparison {
        STRING_EQUALS,
        STRING_EQUALS_IGNORE_CASE,
        STRING_LIKE,
        ARN_LIKE,
        NUMERIC_EQUALS,
        NUMERIC_LESS_THAN,
        NUMERIC_LESS_THAN_EQUALS,
        NUMERIC_GREATER_THAN,
        NUMERIC_GREATER_THAN_EQUALS,
        DATE_EQUALS,
        DATE_LESS_THAN,
        DATE_LESS_THAN_EQUALS,
        DATE_GREATER_THAN,
        DATE_GREATER_THAN_EQUALS,
        BOOL,
        BINARY_EQUALS,
        IP_ADDRESS,
        /// Whether the key is there at all.
        NULL;

        boolean isDate() {
            return name().startsWith("DATE_");
        }
    }

    /// How the several values of a key count.
    enum Quantifier {
        /// The key is meant to have one value.
        SINGLE,
        FOR_ALL_VALUES,
        FOR_ANY_VALUE
    }

    /// @param negated whether it holds if no value of the policy fits
    /// @param ifExists whether it holds if the key is not there
    record Known(
            String name,
            Quantifier quantifier,
            Comparison comparison,
            boolean negated,
            boolean ifExists)
            implements ConditionOperator {}

    /// One that IAM does not know. It never lets a statement allow, nor spares anybody a deny.
    record Unknown(String name) implements ConditionOperator {}

    /// @param name in the case that AWS documents
    static ConditionOperator of(String name) {
        return ConditionOperators.of(name);
    }
}
