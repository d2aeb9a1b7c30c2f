package groundschool.emulator.sts;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/// A role from its making to its end: who may assume it, what its sessions may, and until when.
class RoleStoryTest {

    private static final String READER = "arn:aws:iam::123456789012:role/Reader";
    private static final String BOOKS = "arn:aws:dynamodb:eu-west-1:123456789012:table/Books";

    private final CloudAccount account = new CloudAccount();
    private AwsCredentials bob = account.user("bob");

    @BeforeEach
    void make() {
        account.allow("bob", "sts:AssumeRole");
        account.allow("bob", "sts:TagSession");
        account.iam()
                .createRole(request ->
                        request.roleName("Reader")
                                .assumeRolePolicyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": [{
                                          "Effect": "Allow",
                                          "Principal": {"AWS": "arn:aws:iam::123456789012:user/bob"},
                                          "Action": ["sts:AssumeRole", "sts:TagSession"],
                                          "Condition": {"StringEquals": {"sts:ExternalId": "4711"}}}]}
                                        """));
        account.iam()
                .putRolePolicy(request ->
                        request.roleName("Reader")
                                .policyName("read")
                                .policyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": [
                                          {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "%s"},
                                          {"Effect": "Allow", "Action": "sts:*", "Resource": "*"},
                                          {"Effect": "Deny", "Action": "dynamodb:DeleteTable",
                                           "Resource": "*"}]}
                                        """
                                                .formatted(BOOKS)));
        account.dynamoDb(account.root())
                .createTable(request ->
                        request.tableName("Books")
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .keySchema(
                                        KeySchemaElement.builder()
                                                .attributeName("id")
                                                .keyType(KeyType.HASH)
                                                .build())
                                .attributeDefinitions(
                                        AttributeDefinition.builder()
                                                .attributeName("id")
                                                .attributeType(ScalarAttributeType.S)
                                                .build()));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void is_assumed_with_the_external_id_only() {
        assertThat(refusal(() -> assume(bob, _ -> {})))
                .isEqualTo(
                        "403 AccessDenied: User: arn:aws:iam::123456789012:user/bob is not"
                                + " authorized to perform: sts:AssumeRole on resource: "
                                + READER);

        assume(bob, request -> request.externalId("4711"));
    }

    @Test
    void is_assumed_by_no_other_user() {
        var eve = account.user("eve");
        account.allow("eve", "sts:AssumeRole");

        assertThat(refusal(() -> assume(eve, request -> request.externalId("4711"))))
                .isEqualTo(
                        "403 AccessDenied: User: arn:aws:iam::123456789012:user/eve is not"
                                + " authorized to perform: sts:AssumeRole on resource: "
                                + READER);
    }

    @Test
    void lets_its_sessions_do_what_its_policies_say() {
        var reader = account.dynamoDb(assume(bob, request -> request.externalId("4711")));

        reader.describeTable(request -> request.tableName("Books"));

        assertThat(refusal(() -> reader.describeTable(request -> request.tableName("Films"))))
                .isEqualTo(
                        "400 AccessDeniedException: User:"
                                + " arn:aws:sts::123456789012:assumed-role/Reader/session is not"
                                + " authorized to perform: dynamodb:DescribeTable on resource:"
                                + " arn:aws:dynamodb:eu-west-1:123456789012:table/Films because no"
                                + " identity-based policy allows the dynamodb:DescribeTable action");
        assertThat(refusal(() -> reader.deleteTable(request -> request.tableName("Books"))))
                .isEqualTo(
                        "400 AccessDeniedException: User:"
                                + " arn:aws:sts::123456789012:assumed-role/Reader/session is not"
                                + " authorized to perform: dynamodb:DeleteTable on resource: "
                                + BOOKS
                                + " with an explicit deny in an identity-based policy");
    }

    @Test
    void lets_its_sessions_do_no_more_than_the_policy_passed_along() {
        var reader =
                account.dynamoDb(
                        assume(
                                bob,
                                request ->
                                        request.externalId("4711")
                                                .policy(
                                                        CloudAccount.policy(
                                                                "Allow",
                                                                "dynamodb:DescribeTable"))));

        reader.describeTable(request -> request.tableName("Books"));

        assertThat(refusal(() -> reader.scan(request -> request.tableName("Books"))))
                .endsWith("because no session policy allows the dynamodb:Scan action");
    }

    @Test
    void gives_sessions_that_end() {
        var reader = account.dynamoDb(assume(bob, request -> request.externalId("4711")));

        account.sandbox().clock().advance(Duration.ofMinutes(59));
        reader.describeTable(request -> request.tableName("Books"));
        account.sandbox().clock().advance(Duration.ofMinutes(1));

        assertThat(refusal(() -> reader.describeTable(request -> request.tableName("Books"))))
                .isEqualTo(
                        "400 ExpiredTokenException: The security token included in the request is"
                                + " expired");
        assertThat(
                        refusal(() ->
                                assume(
                                        bob,
                                        request ->
                                                request.externalId("4711").durationSeconds(7200))))
                .isEqualTo(
                        "400 ValidationError: The requested DurationSeconds exceeds the"
                                + " MaxSessionDuration set for this role.");
    }

    @Test
    void gives_tags_to_its_sessions_that_policies_test() {
        account.iam()
                .putRolePolicy(request ->
                        request.roleName("Reader")
                                .policyName("read")
                                .policyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": {
                                          "Effect": "Allow", "Action": "dynamodb:*",
                                          "Resource": "arn:aws:dynamodb:*:*:table/${aws:PrincipalTag/Table}"}}
                                        """));

        var reader =
                account.dynamoDb(
                        assume(
                                bob,
                                request ->
                                        request.externalId("4711")
                                                .tags(
                                                        Tag.builder()
                                                                .key("Table")
                                                                .value("Books")
                                                                .build())));

        reader.describeTable(request -> request.tableName("Books"));
        assertThat(refusal(() -> reader.describeTable(request -> request.tableName("Films"))))
                .startsWith("400 AccessDeniedException: ");
    }

    @Test
    void is_left_for_another_role_for_an_hour_at_most() {
        account.iam()
                .createRole(request ->
                        request.roleName("Writer")
                                .maxSessionDuration(43_200)
                                .assumeRolePolicyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                                          "Principal": {"AWS": "%s"}, "Action": "sts:AssumeRole"}}
                                        """
                                                .formatted(READER)));
        var reader = assume(bob, request -> request.externalId("4711"));
        var writer = "arn:aws:iam::123456789012:role/Writer";

        var session = assume(reader, request -> request.roleArn(writer).roleSessionName("second"));

        assertThat(account.sts(session).getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/Writer/second");
        assertThat(
                        refusal(() ->
                                assume(
                                        reader,
                                        request -> request.roleArn(writer).durationSeconds(3601))))
                .isEqualTo(
                        "400 ValidationError: The requested DurationSeconds exceeds the 1 hour"
                                + " session limit for roles assumed by role chaining.");
        assertThat(refusal(() -> assume(bob, request -> request.roleArn(writer))))
                .startsWith("403 AccessDenied: ");
    }

    @Test
    void takes_its_sessions_along_when_it_is_deleted() {
        var reader = account.dynamoDb(assume(bob, request -> request.externalId("4711")));

        account.iam().deleteRolePolicy(request -> request.roleName("Reader").policyName("read"));
        account.iam().deleteRole(request -> request.roleName("Reader"));
        make("Reader");

        assertThat(refusal(() -> reader.describeTable(request -> request.tableName("Books"))))
                .endsWith(
                        "because no identity-based policy allows the dynamodb:DescribeTable action");
    }

    @Test
    void trusts_nobody_any_more_whose_name_is_taken_over() {
        account.iam()
                .listAccessKeys(request -> request.userName("bob"))
                .accessKeyMetadata()
                .forEach(key ->
                        account.iam()
                                .deleteAccessKey(request ->
                                        request.userName("bob").accessKeyId(key.accessKeyId())));
        account.iam()
                .listUserPolicies(request -> request.userName("bob"))
                .policyNames()
                .forEach(name ->
                        account.iam()
                                .deleteUserPolicy(
                                        request -> request.userName("bob").policyName(name)));
        account.iam().deleteUser(request -> request.userName("bob"));
        bob = account.user("bob");
        account.allow("bob", "sts:AssumeRole");

        assertThat(refusal(() -> assume(bob, request -> request.externalId("4711"))))
                .startsWith("403 AccessDenied: ");
    }

    @Test
    void trusts_a_user_under_another_name() {
        account.iam().updateUser(request -> request.userName("bob").newUserName("robert"));

        assume(bob, request -> request.externalId("4711"));

        assertThat(
                        account.iam()
                                .getRole(request -> request.roleName("Reader"))
                                .role()
                                .assumeRolePolicyDocument())
                .contains("user%2Frobert");
    }

    @Test
    void remembers_when_it_was_used() {
        var reader = account.dynamoDb(assume(bob, request -> request.externalId("4711")));

        reader.describeTable(request -> request.tableName("Books"));

        var used =
                account.iam().getRole(request -> request.roleName("Reader")).role().roleLastUsed();
        assertThat(used.region()).isEqualTo("eu-west-1");
        assertThat(used.lastUsedDate()).isNotNull();
    }

    private void make(String name) {
        account.iam()
                .createRole(request ->
                        request.roleName(name)
                                .assumeRolePolicyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                                          "Principal": {"AWS": "123456789012"},
                                          "Action": "sts:AssumeRole"}}
                                        """));
        account.iam()
                .putRolePolicy(request ->
                        request.roleName(name)
                                .policyName("all")
                                .policyDocument(CloudAccount.policy("Allow", "*")));
    }

    private AwsCredentials assume(AwsCredentials caller, Consumer<AssumeRoleRequest.Builder> more) {
        return CloudAccount.session(
                account.sts(caller)
                        .assumeRole(request -> {
                            request.roleArn(READER).roleSessionName("session");
                            more.accept(request);
                        })
                        .credentials());
    }
}
