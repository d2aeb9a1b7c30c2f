package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.AwsManagedPolicies;
import groundschool.emulator.iam.CloudAccount;
import groundschool.emulator.iam.identity.ManagedPolicy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/// The policies of roles: those in them, and those attached.
class RolePolicyTest {

    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String POLICY =
            """
            {"Version": "2012-10-17", "Statement": [{
              "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"}]}
            """;

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @BeforeEach
    void make() {
        iam.createRole(request ->
                request.roleName("Reader")
                        .assumeRolePolicyDocument(
                                """
                                {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                                  "Principal": {"Service": "lambda.amazonaws.com"},
                                  "Action": "sts:AssumeRole"}}
                                """));
    }

    @AfterEach
    void close() {
        account.close();
    }

    /// Recorded by LocalStack: `test_update_inline_policy`.
    @Test
    void are_put_shown_and_replaced() {
        put("read", POLICY);
        put("write", POLICY.replace("Get", "Put"));
        put("read", POLICY.replace("GetObject", "ListBucket"));

        var shown = iam.getRolePolicy(request -> request.roleName("Reader").policyName("read"));
        assertThat(URLDecoder.decode(shown.policyDocument(), StandardCharsets.UTF_8))
                .isEqualTo(POLICY.replace("GetObject", "ListBucket"));
        assertThat(shown.roleName()).isEqualTo("Reader");
        assertThat(iam.listRolePolicies(request -> request.roleName("Reader")).policyNames())
                .containsExactly("read", "write");
    }

    @Test
    void are_not_there_once_deleted() {
        put("read", POLICY);

        iam.deleteRolePolicy(request -> request.roleName("Reader").policyName("read"));

        assertThat(
                        refusal(() ->
                                iam.getRolePolicy(
                                        request -> request.roleName("Reader").policyName("read"))))
                .isEqualTo("404 NoSuchEntity: The role policy with name read cannot be found.");
        assertThat(
                        refusal(() ->
                                iam.deleteRolePolicy(
                                        request -> request.roleName("Reader").policyName("read"))))
                .isEqualTo("404 NoSuchEntity: The role policy with name read cannot be found.");
    }

    @Test
    void are_refused_if_they_are_none() {
        assertThat(refusal(() -> put("read", "{\"Version\": \"2012-10-17\"}")))
                .isEqualTo("400 MalformedPolicyDocument: Syntax errors in policy.");
    }

    /// Source: the quotas, "Role policy size can't exceed 10,240 characters."
    @Test
    void have_room_for_10240_characters_without_counting_white_space() {
        put("read", POLICY + " ".repeat(20_000));

        assertThat(
                        refusal(() ->
                                put(
                                        "more",
                                        POLICY.replace(
                                                "s3:GetObject", "s3:" + "a".repeat(10_200)))))
                .isEqualTo(
                        "409 LimitExceeded: Maximum policy size of 10240 bytes exceeded for role"
                                + " Reader");
    }

    @Test
    void are_attached_once_and_listed_by_path() {
        attach(READ_ONLY);
        attach(READ_ONLY);
        attach("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");

        assertThat(
                        iam.listAttachedRolePolicies(request -> request.roleName("Reader"))
                                .attachedPolicies())
                .extracting(AttachedPolicy::policyName, AttachedPolicy::policyArn)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("ReadOnlyAccess", READ_ONLY),
                        org.assertj.core.api.Assertions.tuple(
                                "AWSLambdaBasicExecutionRole",
                                "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"));
        assertThat(
                        iam.listAttachedRolePolicies(request ->
                                        request.roleName("Reader").pathPrefix("/service-role/"))
                                .attachedPolicies())
                .hasSize(1);
    }

    @Test
    void are_attached_only_if_they_are_there() {
        assertThat(refusal(() -> attach("arn:aws:iam::123456789012:policy/none")))
                .isEqualTo(
                        "404 NoSuchEntity: Policy arn:aws:iam::123456789012:policy/none does not"
                                + " exist or is not attachable.");
        assertThat(refusal(() -> attach("arn:aws:iam::123456789012:role/Reader")))
                .isEqualTo(
                        "400 InvalidInput: ARN arn:aws:iam::123456789012:role/Reader is not"
                                + " valid.");
    }

    @Test
    void are_detached_only_if_they_are_attached() {
        assertThat(refusal(() -> detach(READ_ONLY)))
                .isEqualTo("404 NoSuchEntity: Policy " + READ_ONLY + " was not found.");

        attach(READ_ONLY);
        detach(READ_ONLY);

        assertThat(
                        iam.listAttachedRolePolicies(request -> request.roleName("Reader"))
                                .attachedPolicies())
                .isEmpty();
    }

    @Test
    void are_at_most_ten() {
        AwsManagedPolicies.all().policies().stream()
                .map(ManagedPolicy::arn)
                .filter(arn -> !arn.contains("/aws-service-role/"))
                .limit(10)
                .forEach(this::attach);

        assertThat(refusal(() -> attach(READ_ONLY)))
                .isEqualTo("409 LimitExceeded: Cannot exceed quota for PoliciesPerRole: 10");
    }

    /// As many quote it; no page of AWS.s has it.
    @Test
    void of_services_roles_are_for_those_alone() {
        assertThat(
                        refusal(() ->
                                attach(
                                        "arn:aws:iam::aws:policy/aws-service-role/DynamoDBReplicationServiceRolePolicy")))
                .isEqualTo(
                        "400 PolicyNotAttachable: Cannot attach a Service Role Policy to a Customer"
                                + " Role.");
    }

    private void put(String name, String policy) {
        iam.putRolePolicy(
                request -> request.roleName("Reader").policyName(name).policyDocument(policy));
    }

    private void attach(String arn) {
        iam.attachRolePolicy(request -> request.roleName("Reader").policyArn(arn));
    }

    private void detach(String arn) {
        iam.detachRolePolicy(request -> request.roleName("Reader").policyArn(arn));
    }
}
