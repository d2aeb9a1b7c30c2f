package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.ConditionOperator.Comparison;
import groundschool.emulator.iam.policy.Template.Wildcards;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// One value that a condition of a policy wants, read once for what its operator compares.
///
/// Only strings, ARNs and Booleans may have policy variables.
///
/// Source: [Condition
/// operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)
final class ConditionValue {

    /// Says whether a value of the request fits: empty if a policy variable has no value.
    private interface Test {
        Optional<Boolean> fits(String found, RequestContext context);
    }

    private static final Optional<Boolean> NO = Optional.of(false);

    private final String text;
    private final Test test;
    private final List<ContextKey> keys;

    private ConditionValue(String text, Test test, List<ContextKey> keys) {
        this.text = text;
        this.test = test;
        this.keys = keys;
    }

    static ConditionValue of(String text, Comparison comparison, LanguageVersion version) {
        return switch (comparison) {
            case STRING_EQUALS -> template(text, version, Wildcards.NONE);
            case STRING_LIKE -> template(text, version, Wildcards.FREE);
            case STRING_EQUALS_IGNORE_CASE, BOOL -> ignoringCase(text, version);
            case ARN_LIKE -> arn(text, version);
            case NUMERIC_EQUALS -> number(text, order -> order == 0);
            case NUMERIC_LESS_THAN -> number(text, order -> order < 0);
            case NUMERIC_LESS_THAN_EQUALS -> number(text, order -> order <= 0);
            case NUMERIC_GREATER_THAN -> number(text, order -> order > 0);
            case NUMERIC_GREATER_THAN_EQUALS -> number(text, order -> order >= 0);
            case DATE_EQUALS -> date(text, order -> order == 0);
            case DATE_LESS_THAN -> date(text, order -> order < 0);
            case DATE_LESS_THAN_EQUALS -> date(text, order -> order <= 0);
            case DATE_GREATER_THAN -> date(text, order -> order > 0);
            case DATE_GREATER_THAN_EQUALS -> date(text, order -> order >= 0);
            case BINARY_EQUALS, NULL -> plain(text);
            case IP_ADDRESS -> network(text);
        };
    }

    String text() {
        return text;
    }

    /// The context keys that its variables name.
    List<ContextKey> keys() {
        return keys;
    }

    Optional<Boolean> fits(String found, RequestContext context) {
        return test.fits(found, context);
    }

    private static ConditionValue template(
            String text, LanguageVersion version, Wildcards wildcards) {
        var template = Template.of(text, version, wildcards);
        return new ConditionValue(text, template::matches, template.keys());
    }

    private static ConditionValue ignoringCase(String text, LanguageVersion version) {
        var template = Template.of(text, version, Wildcards.NONE);
        return new ConditionValue(text, template::equalsIgnoringCase, template.keys());
    }

    private static ConditionValue arn(String text, LanguageVersion version) {
        var arn = ArnPattern.of(text, version);
        return new ConditionValue(text, arn::matches, arn.keys());
    }

    private static ConditionValue plain(String text) {
        return new ConditionValue(text, (found, _) -> Optional.of(found.equals(text)), List.of());
    }

    private static ConditionValue number(String text, IntPredicate order) {
        var wanted = decimal(text);
        return new ConditionValue(
                text,
                (found, _) ->
                        wanted.flatMap(limit ->
                                        decimal(found)
                                                .map(number -> order.test(number.compareTo(limit))))
                                .or(() -> NO),
                List.of());
    }

    private static ConditionValue date(String text, IntPredicate order) {
        var wanted = DateText.instant(text);
        return new ConditionValue(
                text,
                (found, _) ->
                        Optional.of(wanted.isPresent() && isInOrder(found, wanted.get(), order)),
                List.of());
    }

    private static boolean isInOrder(String found, Instant wanted, IntPredicate order) {
        return DateText.instant(found)
                .map(instant -> order.test(instant.compareTo(wanted)))
                .orElse(false);
    }

    private static ConditionValue network(String text) {
        var network = IpNetwork.of(text);
        return new ConditionValue(
                text,
                (found, _) ->
                        Optional.of(network.map(range -> range.contains(found)).orElse(false)),
                List.of());
    }

    private static Optional<BigDecimal> decimal(String text) {
        boolean plain =
                !text.isEmpty()
                        && text.chars()
                                .allMatch(c ->
                                        (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+');
        try {
            return plain ? Optional.of(new BigDecimal(text)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
