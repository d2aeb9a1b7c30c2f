package groundschool.emulator.lambda.mapping;

import groundschool.emulator.lambda.LambdaErrors;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Says which records a function is to get.
///
/// Source: [Filter rule
/// syntax](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax)
record EventPattern(JsonNode pattern) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_LETTERS = 4096;
    private static final Set<String> COMPARISONS = Set.of("=", "<", "<=", ">", ">=");

    /// @throws groundschool.emulator.AwsException if it is none
    static EventPattern of(String text) {
        try {
            var pattern = JSON.readTree(text);
            if (text.length() > MOST_LETTERS || !isPattern(pattern)) {
                throw invalid();
            }
            return new EventPattern(pattern);
        } catch (JacksonException noJson) {
            throw invalid();
        }
    }

    private static RuntimeException invalid() {
        return LambdaErrors.invalid("Invalid filter pattern definition.");
    }

    private static boolean isPattern(JsonNode pattern) {
        return pattern.isObject()
                && pattern.propertyStream()
                        .allMatch(member ->
                                member.getKey().equals("$or")
                                        ? member.getValue().isArray()
                                                && member.getValue()
                                                        .valueStream()
                                                        .allMatch(EventPattern::isPattern)
                                        : member.getValue().isArray()
                                                ? areRules(member.getValue())
                                                : isPattern(member.getValue()));
    }

    private static boolean areRules(JsonNode rules) {
        return !rules.isEmpty() && rules.valueStream().allMatch(EventPattern::isRule);
    }

    private static boolean isRule(JsonNode rule) {
        if (!rule.isObject()) {
            return rule.isValueNode();
        }
        if (rule.size() != 1) {
            return false;
        }
        var name = rule.propertyNames().iterator().next();
        var operand = rule.path(name);
        return switch (name) {
            case "exists" -> operand.isBoolean();
            case "prefix", "suffix", "equals-ignore-case" -> operand.isString();
            case "anything-but" -> operand.isArray() ? areRules(operand) : isRule(operand);
            case "numeric" -> areComparisons(operand);
            default -> false;
        };
    }

    private static boolean areComparisons(JsonNode operand) {
        if (!operand.isArray() || operand.isEmpty() || operand.size() % 2 != 0) {
            return false;
        }
        for (int i = 0; i < operand.size(); i += 2) {
            if (!COMPARISONS.contains(operand.path(i).asString(""))
                    || !operand.path(i + 1).isNumber()) {
                return false;
            }
        }
        return true;
    }

    boolean matches(JsonNode record) {
        return matches(pattern, record);
    }

    private static boolean matches(JsonNode pattern, JsonNode value) {
        return pattern.propertyStream().allMatch(member -> matchesMember(member, value));
    }

    private static boolean matchesMember(Map.Entry<String, JsonNode> member, JsonNode value) {
        var wanted = member.getValue();
        if (member.getKey().equals("$or")) {
            return wanted.valueStream().anyMatch(each -> matches(each, value));
        }
        var found = value.path(member.getKey());
        return wanted.isArray()
                ? wanted.valueStream().anyMatch(rule -> matchesAny(rule, found))
                : matches(wanted, found);
    }

    /// Of a list, one element is enough.
    private static boolean matchesAny(JsonNode rule, JsonNode found) {
        var values = found.isArray() ? found.valueStream() : Stream.of(found);
        return values.anyMatch(value -> matchesRule(rule, value));
    }

    private static boolean matchesRule(JsonNode rule, JsonNode value) {
        if (!rule.isObject()) {
            return isSame(rule, value);
        }
        var name = rule.propertyNames().stream().findFirst().orElse("");
        var operand = rule.path(name);
        return switch (name) {
            case "exists" -> operand.asBoolean() != value.isMissingNode();
            case "prefix" -> value.isString() && value.asString().startsWith(operand.asString());
            case "suffix" -> value.isString() && value.asString().endsWith(operand.asString());
            case "equals-ignore-case" ->
                    value.isString() && value.asString().equalsIgnoreCase(operand.asString());
            case "anything-but" ->
                    !value.isMissingNode()
                            && (operand.isArray()
                                    ? operand.valueStream().noneMatch(each -> isSame(each, value))
                                    : !matchesRuleOrText(operand, value));
            case "numeric" -> isInRange(operand, value);
            default -> false;
        };
    }

    private static boolean matchesRuleOrText(JsonNode operand, JsonNode value) {
        return operand.isObject() ? matchesRule(operand, value) : isSame(operand, value);
    }

    private static boolean isSame(JsonNode wanted, JsonNode value) {
        return wanted.isNumber() && value.isNumber()
                ? wanted.decimalValue().compareTo(value.decimalValue()) == 0
                : wanted.equals(value);
    }

    /// The numbers of DynamoDB's items are texts, which are in no range: Lambda answered so.
    private static boolean isInRange(JsonNode comparisons, JsonNode value) {
        if (!value.isNumber()) {
            return false;
        }
        var number = value.decimalValue();
        for (int i = 0; i + 1 < comparisons.size(); i += 2) {
            int order = number.compareTo(comparisons.path(i + 1).decimalValue());
            boolean holds =
                    switch (comparisons.path(i).asString("")) {
                        case "=" -> order == 0;
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        case ">=" -> order >= 0;
                        default -> false;
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
