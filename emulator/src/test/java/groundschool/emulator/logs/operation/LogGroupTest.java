package groundschool.emulator.logs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.logs.LogAccount;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LogGroupTest {

    private final LogAccount account = new LogAccount();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void a_new_group_is_described_as_aws_does() {
        account.logs("CreateLogGroup", "{'logGroupName': '/shop/orders'}");

        var group = account.logs("DescribeLogGroups", "{}").path("logGroups").path(0);

        var arn = "arn:aws:logs:eu-west-1:111122223333:log-group:/shop/orders";
        assertThat(JsonMapper.shared().convertValue(group, Map.class))
                .isEqualTo(
                        Map.of(
                                "logGroupName",
                                "/shop/orders",
                                "creationTime",
                                account.now(),
                                "metricFilterCount",
                                0,
                                "arn",
                                arn + ":*",
                                "storedBytes",
                                0L,
                                "logGroupClass",
                                "STANDARD",
                                "logGroupArn",
                                arn,
                                "deletionProtectionEnabled",
                                false));
    }

    @Test
    void a_name_is_taken_once() {
        account.logs("CreateLogGroup", "{'logGroupName': 'orders'}");

        assertThat(account.refusal("logs", "CreateLogGroup", "{'logGroupName': 'orders'}"))
                .isEqualTo(
                        "ResourceAlreadyExistsException: The specified log group already exists");
    }

    @Test
    void a_name_has_512_characters_at_most() {
        assertThat(
                        account.refusal(
                                "logs",
                                "CreateLogGroup",
                                "{'logGroupName': '%s'}".formatted("x".repeat(513))))
                .isEqualTo(
                        "InvalidParameterException: Invalid LogGroup or LogStream, both must have length less than or equal to 512.");
    }

    @Test
    void a_name_has_only_some_characters() {
        assertThat(account.refusal("logs", "CreateLogGroup", "{'logGroupName': 'a b'}"))
                .startsWith("InvalidParameterException: 1 validation error detected: Value 'a b'")
                .contains(" at 'logGroupName' failed to satisfy constraint: ")
                .endsWith("Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+");
    }

    @Test
    void groups_are_found_by_prefix_or_by_pattern_but_not_by_both() {
        account.group("/shop/orders");
        account.group("/shop/stock");
        account.group("/blog");

        assertThat(names("{'logGroupNamePrefix': '/shop'}"))
                .isEqualTo("[/shop/orders, /shop/stock]");
        assertThat(names("{'logGroupNamePattern': 'o'}"))
                .isEqualTo("[/blog, /shop/orders, /shop/stock]");
        assertThat(names("{'logGroupNamePattern': 'tock'}")).isEqualTo("[/shop/stock]");
        assertThat(
                        account.refusal(
                                "logs",
                                "DescribeLogGroups",
                                "{'logGroupNamePattern': 'a', 'logGroupNamePrefix': 'b'}"))
                .isEqualTo(
                        "InvalidParameterException: LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
    }

    @Test
    void groups_come_in_pages() {
        account.group("a");
        account.group("b");
        account.group("c");

        var first = account.logs("DescribeLogGroups", "{'limit': 2}");
        var second =
                account.logs(
                        "DescribeLogGroups",
                        "{'limit': 2, 'nextToken': '%s'}"
                                .formatted(first.path("nextToken").asString()));

        assertThat(first.path("logGroups").size()).isEqualTo(2);
        assertThat(second.at("/logGroups/0/logGroupName").asString()).isEqualTo("c");
        assertThat(second.has("nextToken")).isFalse();
        assertThat(account.refusal("logs", "DescribeLogGroups", "{'nextToken': 'x'}"))
                .isEqualTo("InvalidParameterException: The specified nextToken is invalid.");
    }

    @Test
    void groups_are_listed_by_parts_of_names() {
        account.group("/shop/orders");
        account.group("/blog");

        assertThat(
                        account.logs("ListLogGroups", "{'logGroupNamePattern': '^/blog|stock'}")
                                .path("logGroups"))
                .hasToString(
                        "[{\"logGroupName\":\"/blog\",\"logGroupArn\":\"arn:aws:logs:eu-west-1:111122223333:log-group:/blog\",\"logGroupClass\":\"STANDARD\"}]");
    }

    @Test
    void a_deleted_group_is_gone_with_its_streams() {
        account.group("orders");
        account.put("orders", "web", "hello");

        account.logs("DeleteLogGroup", "{'logGroupName': 'orders'}");
        account.group("orders");

        assertThat(
                        LogAccount.messages(
                                account.logs("FilterLogEvents", "{'logGroupName':'orders'}")))
                .isEmpty();
        assertThat(account.refusal("logs", "DeleteLogGroup", "{'logGroupName': 'stock'}"))
                .isEqualTo("ResourceNotFoundException: The specified log group does not exist.");
    }

    @Test
    void a_protected_group_is_not_deleted() {
        account.group("orders");
        account.logs(
                "PutLogGroupDeletionProtection",
                "{'logGroupIdentifier': 'orders', 'deletionProtectionEnabled': true}");

        assertThat(account.refusal("logs", "DeleteLogGroup", "{'logGroupName': 'orders'}"))
                .startsWith("ValidationException");
    }

    @Test
    void events_expire_after_the_retention_on_the_sandbox_s_clock() {
        account.group("orders");
        account.logs("PutRetentionPolicy", "{'logGroupName': 'orders', 'retentionInDays': 3}");
        account.put("orders", "web", "old");
        account.advance(Duration.ofDays(2));
        account.put("orders", "web", "new");
        account.advance(Duration.ofDays(1).plusSeconds(1));

        var found = account.logs("FilterLogEvents", "{'logGroupName': 'orders'}");

        assertThat(LogAccount.messages(found)).containsExactly("new");
        assertThat(account.logs("DescribeLogGroups", "{}").at("/logGroups/0/storedBytes").asInt())
                .isEqualTo(29);
    }

    @Test
    void a_retention_is_one_of_those_that_aws_has() {
        account.group("orders");

        assertThat(
                        account.refusal(
                                "logs",
                                "PutRetentionPolicy",
                                "{'logGroupName': 'orders', 'retentionInDays': 2}"))
                .isEqualTo(
                        "InvalidParameterException: 1 validation error detected: Value '2' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]");
    }

    @Test
    void both_generations_of_tag_operations_see_the_same_tags() {
        account.logs("CreateLogGroup", "{'logGroupName': 'orders', 'tags': {'env': 'test'}}");
        var arn = "arn:aws:logs:eu-west-1:111122223333:log-group:orders";

        account.logs("TagResource", "{'resourceArn': '%s', 'tags': {'a': '1'}}".formatted(arn));
        account.logs("TagLogGroup", "{'logGroupName': 'orders', 'tags': {'b': '2'}}");
        account.logs("UntagLogGroup", "{'logGroupName': 'orders', 'tags': ['env']}");
        account.logs("UntagResource", "{'resourceArn': '%s', 'tagKeys': ['a']}".formatted(arn));

        assertThat(account.logs("ListTagsLogGroup", "{'logGroupName': 'orders'}"))
                .hasToString("{\"tags\":{\"b\":\"2\"}}");
        assertThat(account.logs("ListTagsForResource", "{'resourceArn': '%s'}".formatted(arn)))
                .hasToString("{\"tags\":{\"b\":\"2\"}}");
    }

    private String names(String input) {
        return account.logs("DescribeLogGroups", input)
                .path("logGroups")
                .valueStream()
                .map(group -> group.path("logGroupName").asString())
                .toList()
                .toString();
    }
}
