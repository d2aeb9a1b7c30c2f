package groundschool.emulator.iam.policy;

import static groundschool.emulator.iam.policy.Documents.context;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables of AWS's pages on [condition
/// operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)
/// and on [multivalued
/// keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html).
class ConditionTest {

    /// Operator, what the policy wants, what the request has, whether it holds.
    static Stream<Arguments> one_value() {
        return Stream.of(
                Arguments.of("StringEquals", "Emma", "Emma", true),
                Arguments.of("StringEquals", "Emma", "emma", false),
                Arguments.of("StringEquals", "Em*", "Emma", false),
                Arguments.of("StringNotEquals", "Emma", "emma", true),
                Arguments.of("StringEqualsIgnoreCase", "Emma", "eMMA", true),
                Arguments.of("StringNotEqualsIgnoreCase", "Emma", "eMMA", false),
                Arguments.of("StringLike", "home/*/?.txt", "home/emma/a.txt", true),
                Arguments.of("StringLike", "home/*/?.txt", "home/emma/ab.txt", false),
                Arguments.of("StringLike", "", "", true),
                Arguments.of("StringNotLike", "E*", "Emma", false),
                Arguments.of("NumericEquals", "10", "10.0", true),
                Arguments.of("NumericNotEquals", "10", "11", true),
                Arguments.of("NumericLessThan", "10", "9.99", true),
                Arguments.of("NumericLessThan", "10", "10", false),
                Arguments.of("NumericLessThanEquals", "10", "10", true),
                Arguments.of("NumericGreaterThan", "-3", "-2", true),
                Arguments.of("NumericGreaterThanEquals", "10", "10", true),
                Arguments.of("NumericEquals", "ten", "ten", false),
                Arguments.of("NumericNotEquals", "10", "many", true),
                Arguments.of("DateEquals", "2020-01-01T00:00:00Z", "1577836800", true),
                Arguments.of("DateEquals", "2020-01-01", "2020-01-01T01:00:00+01:00", true),
                Arguments.of("DateNotEquals", "2020", "2020-01-01T00:00:01Z", true),
                Arguments.of("DateGreaterThan", "2020-01-01T00:00:01Z", "2020-02-01", true),
                Arguments.of("DateGreaterThan", "2020-01-01", "2020-01-01", false),
                Arguments.of("DateGreaterThanEquals", "2020-01-01", "2020-01-01", true),
                Arguments.of("DateLessThan", "2020-01-01", "1577836799", true),
                Arguments.of("DateLessThanEquals", "2020-01-01", "1577836801", false),
                Arguments.of("DateLessThan", "2020-01-01", "yesterday", false),
                Arguments.of("Bool", "true", "true", true),
                Arguments.of("Bool", "true", "false", false),
                Arguments.of("Bool", "false", "False", true),
                Arguments.of("BinaryEquals", "QmluYXJ5", "QmluYXJ5", true),
                Arguments.of("BinaryEquals", "QmluYXJ5", "qmluYXJ5", false),
                Arguments.of("IpAddress", "203.0.113.0/24", "203.0.113.77", true),
                Arguments.of("IpAddress", "203.0.113.0/24", "203.0.114.1", false),
                Arguments.of("IpAddress", "203.0.113.7", "203.0.113.7", true),
                Arguments.of("IpAddress", "203.0.113.7", "203.0.113.8", false),
                Arguments.of("IpAddress", "0.0.0.0/0", "8.8.8.8", true),
                Arguments.of("IpAddress", "203.0.113.128/25", "203.0.113.127", false),
                Arguments.of("IpAddress", "2001:DB8:1234:5678::/64", "2001:db8:1234:5678::9", true),
                Arguments.of(
                        "IpAddress", "2001:DB8:1234:5678::/64", "2001:db8:1234:5679::9", false),
                Arguments.of("IpAddress", "::/0", "8.8.8.8", false),
                Arguments.of("IpAddress", "everywhere", "8.8.8.8", false),
                Arguments.of("NotIpAddress", "203.0.113.0/24", "8.8.8.8", true),
                Arguments.of("NotIpAddress", "203.0.113.0/24", "203.0.113.1", false),
                Arguments.of("ArnEquals", "arn:aws:sns:*:1:t?pic", "arn:aws:sns:eu:1:topic", true),
                Arguments.of("ArnLike", "arn:aws:sns:eu:1:topic", "arn:aws:sns:eu:1:Topic", false),
                Arguments.of("ArnNotEquals", "arn:aws:sns:*:*:a", "arn:aws:sns:eu:1:b", true),
                Arguments.of("ArnNotLike", "arn:aws:sns:*:*:b", "arn:aws:sns:eu:1:b", false),
                Arguments.of("ArnLike", "*", "no ARN", false),
                Arguments.of("StringEqualsIfExists", "Emma", "Persuasion", false),
                Arguments.of("StringLikeIfExists", "t2.*", "t2.micro", true));
    }

    @ParameterizedTest(name = "{0} {1}, {2}: {3}")
    @MethodSource("one_value")
    void compares_one_value_with_one(String operator, String wanted, String found, boolean holds) {
        var condition = condition(operator, wanted);

        assertThat(condition.holds(Effect.ALLOW, context("aws:key", found))).isEqualTo(holds);
        assertThat(condition.holds(Effect.DENY, context("AWS:KEY", found))).isEqualTo(holds);
    }

    @Test
    void checks_the_parts_of_an_arn_one_by_one() {
        var pattern = "arn:aws:someservice:*:111122223333:finance/*";
        var found =
                context(
                        "aws:key",
                        "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt");

        assertThat(condition("StringLike", pattern).holds(Effect.ALLOW, found)).isTrue();
        assertThat(condition("ArnLike", pattern).holds(Effect.ALLOW, found)).isFalse();
    }

    static Stream<Arguments> without_the_key() {
        return Stream.of(
                Arguments.of("StringEquals", false),
                Arguments.of("StringNotEquals", true),
                Arguments.of("StringNotLike", true),
                Arguments.of("ArnNotLike", true),
                Arguments.of("NumericNotEquals", true),
                Arguments.of("DateNotEquals", true),
                Arguments.of("NotIpAddress", true),
                Arguments.of("IpAddress", false),
                Arguments.of("Bool", false),
                Arguments.of("BinaryEquals", false),
                Arguments.of("DateLessThan", false),
                Arguments.of("StringEqualsIfExists", true),
                Arguments.of("StringNotEqualsIfExists", true),
                Arguments.of("BoolIfExists", true),
                Arguments.of("ForAllValues:StringEquals", true),
                Arguments.of("ForAllValues:StringNotEquals", true),
                Arguments.of("ForAnyValue:StringEquals", false),
                Arguments.of("ForAnyValue:StringNotEquals", false),
                Arguments.of("ForAnyValue:StringEqualsIfExists", true));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("without_the_key")
    void knows_what_holds_without_the_key(String operator, boolean holds) {
        var condition = condition(operator, "2020");

        assertThat(condition.holds(Effect.ALLOW, RequestContext.EMPTY)).isEqualTo(holds);
        assertThat(condition.holds(Effect.ALLOW, context("aws:key"))).isEqualTo(holds);
    }

    @Test
    void tells_with_null_whether_the_key_is_there() {
        var there = context("aws:key", "2020");

        assertThat(condition("Null", "true").holds(Effect.ALLOW, RequestContext.EMPTY)).isTrue();
        assertThat(condition("Null", "true").holds(Effect.ALLOW, there)).isFalse();
        assertThat(condition("Null", "false").holds(Effect.ALLOW, there)).isTrue();
        assertThat(condition("Null", "false").holds(Effect.ALLOW, RequestContext.EMPTY)).isFalse();
    }

    @Test
    void wants_one_of_several_values_and_none_if_negated() {
        var emma = context("aws:key", "Emma");

        assertThat(condition("StringEquals", "Persuasion", "Emma").holds(Effect.ALLOW, emma))
                .isTrue();
        assertThat(condition("StringNotEquals", "Persuasion", "Emma").holds(Effect.ALLOW, emma))
                .isFalse();
        assertThat(condition("StringNotEquals", "Persuasion", "Mill").holds(Effect.ALLOW, emma))
                .isTrue();
    }

    /// The tables for `aws:TagKeys`, then those for negated operators.
    static Stream<Arguments> several_values() {
        return Stream.of(
                Arguments.of("ForAllValues:StringEquals", List.of("environment"), true),
                Arguments.of("ForAllValues:StringEquals", List.of("cost-center"), true),
                Arguments.of(
                        "ForAllValues:StringEquals", List.of("environment", "cost-center"), true),
                Arguments.of("ForAllValues:StringEquals", List.of("environment", "dept"), false),
                Arguments.of("ForAllValues:StringEquals", List.of(""), true),
                Arguments.of("ForAnyValue:StringEquals", List.of("environment"), true),
                Arguments.of("ForAnyValue:StringEquals", List.of("environment", "dept"), true),
                Arguments.of("ForAnyValue:StringEquals", List.of("dept"), false),
                Arguments.of("ForAnyValue:StringEquals", List.of(""), false),
                Arguments.of("ForAllValues:StringNotEquals", List.of("dept"), true),
                Arguments.of("ForAllValues:StringNotEquals", List.of("dept", "environment"), false),
                Arguments.of("ForAnyValue:StringNotEquals", List.of("dept", "environment"), true),
                Arguments.of("ForAnyValue:StringNotEquals", List.of("environment"), false),
                Arguments.of("StringEquals", List.of("dept", "environment"), true),
                Arguments.of("StringNotEquals", List.of("dept", "environment"), false));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("several_values")
    void compares_several_values(String operator, List<String> found, boolean holds) {
        var condition = condition(operator, "environment", "cost-center");

        assertThat(condition.holds(Effect.ALLOW, RequestContext.of(Map.of("aws:key", found))))
                .isEqualTo(holds);
    }

    @Test
    void never_lets_an_unknown_operator_allow_nor_spare_a_deny() {
        var unknown = condition("StringResembles", "Emma");

        assertThat(unknown.holds(Effect.ALLOW, context("aws:key", "Emma"))).isFalse();
        assertThat(unknown.holds(Effect.DENY, context("aws:key", "Persuasion"))).isTrue();
    }

    @Test
    void replaces_policy_variables() {
        var condition = condition("StringLike", "home/${aws:username}/*");
        var context =
                RequestContext.of(
                        Map.of("aws:key", List.of("home/emma/a"), "aws:UserName", List.of("emma")));

        assertThat(condition.holds(Effect.ALLOW, context)).isTrue();
        assertThat(condition.holds(Effect.ALLOW, context("aws:key", "home/${aws:username}/a")))
                .isFalse();
    }

    @Test
    void takes_wildcards_in_the_value_of_a_variable_literally() {
        var condition = condition("StringLike", "home/${aws:username}");
        var context =
                RequestContext.of(
                        Map.of("aws:key", List.of("home/emma"), "aws:username", List.of("*")));

        assertThat(condition.holds(Effect.ALLOW, context)).isFalse();
    }

    @Test
    void uses_the_default_of_a_variable_without_value() {
        var condition = condition("StringEquals", "by ${aws:username, 'nobody'}");

        assertThat(condition.holds(Effect.ALLOW, context("aws:key", "by nobody"))).isTrue();
    }

    @Test
    void writes_special_characters_as_variables() {
        var condition = condition("StringLike", "a${*}b${?}c${$}*");

        assertThat(condition.holds(Effect.ALLOW, context("aws:key", "a*b?c$d"))).isTrue();
        assertThat(condition.holds(Effect.ALLOW, context("aws:key", "axb?c$d"))).isFalse();
    }

    @Test
    void knows_no_variables_in_the_older_version() {
        var condition =
                new Condition(
                        ConditionOperator.of("StringEquals"),
                        ContextKey.of("aws:key"),
                        List.of("${aws:username}"),
                        LanguageVersion.V2008_10_17);

        assertThat(condition.holds(Effect.ALLOW, context("aws:key", "${aws:username}"))).isTrue();
    }

    @Test
    void lets_a_variable_without_value_neither_allow_nor_spare_a_deny() {
        var equal = condition("StringEquals", "${aws:username}");
        var unequal = condition("StringNotEquals", "${aws:username}");
        var context = context("aws:key", "emma");

        assertThat(equal.holds(Effect.ALLOW, context)).isFalse();
        assertThat(unequal.holds(Effect.ALLOW, context)).isFalse();
        assertThat(unequal.holds(Effect.DENY, context)).isTrue();
    }

    @Test
    void does_not_use_a_key_with_several_values_as_a_variable() {
        var condition = condition("StringEquals", "${aws:TagKeys}");
        var context =
                RequestContext.of(
                        Map.of("aws:key", List.of("a"), "aws:TagKeys", List.of("a", "b")));

        assertThat(condition.holds(Effect.ALLOW, context)).isFalse();
    }

    private static Condition condition(String operator, String... wanted) {
        return new Condition(
                ConditionOperator.of(operator),
                ContextKey.of("aws:key"),
                List.of(wanted),
                LanguageVersion.V2012_10_17);
    }
}
