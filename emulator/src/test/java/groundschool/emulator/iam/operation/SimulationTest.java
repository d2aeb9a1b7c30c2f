package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.Position;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;

/// What the simulator of policies says.
class SimulationTest {

    private static final String BOOKS = "arn:aws:dynamodb:eu-west-1:123456789012:table/Books";
    private static final String FILMS = "arn:aws:dynamodb:eu-west-1:123456789012:table/Films";
    private static final String BOB = "arn:aws:iam::123456789012:user/bob";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    /// The places are those that AWS's answers have for documents of that form.
    @Test
    void names_the_statement_that_allows_and_its_place() {
        var policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

        var result = custom(request -> request.policyInputList(policy).actionNames("s3:GetObject"));

        assertThat(result.evalActionName()).isEqualTo("s3:GetObject");
        assertThat(result.evalResourceName()).isEqualTo("*");
        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
        assertThat(result.matchedStatements())
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.sourcePolicyId()).isEqualTo("PolicyInputList.1");
                    assertThat(statement.sourcePolicyTypeAsString()).isEqualTo("IAM Policy");
                    assertThat(statement.startPosition()).isEqualTo(at(1, 38));
                    assertThat(statement.endPosition()).isEqualTo(at(1, 84));
                });
        assertThat(result.missingContextValues()).isEmpty();
        assertThat(result.hasResourceSpecificResults()).isFalse();
        assertThat(result.hasEvalDecisionDetails()).isFalse();
    }

    /// AWS's answer for AdministratorAccess.
    @Test
    void says_that_a_statement_begins_where_the_one_before_it_ended() {
        var policy =
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Effect": "Allow",
                      "Action": "*",
                      "Resource": "*"
                    }
                  ]
                }
                """;

        var statement =
                custom(request -> request.policyInputList(policy).actionNames("s3:GetObject"))
                        .matchedStatements()
                        .getFirst();

        assertThat(statement.startPosition()).isEqualTo(at(3, 17));
        assertThat(statement.endPosition()).isEqualTo(at(8, 6));
    }

    @Test
    void tells_what_is_denied_from_what_is_not_allowed() {
        var policy =
                statements(
                        "{\"Effect\": \"Allow\", \"Action\": \"dynamodb:*\", \"Resource\": \"*\"}",
                        "{\"Effect\": \"Deny\", \"Action\": \"dynamodb:Delete*\", \"Resource\": \"*\"}");

        var results =
                iam.simulateCustomPolicy(request ->
                                request.policyInputList(policy)
                                        .actionNames(
                                                "dynamodb:GetItem",
                                                "dynamodb:DeleteTable",
                                                "s3:GetObject"))
                        .evaluationResults();

        assertThat(results)
                .extracting(EvaluationResult::evalDecisionAsString)
                .containsExactly("allowed", "explicitDeny", "implicitDeny");
        assertThat(results.get(1).matchedStatements())
                .singleElement()
                .satisfies(
                        statement -> assertThat(statement.startPosition().column()).isEqualTo(102));
        assertThat(results.get(2).matchedStatements()).isEmpty();
    }

    @Test
    void answers_once_for_each_action_and_in_it_for_each_resource() {
        var policy =
                statements(
                        "{\"Effect\": \"Allow\", \"Action\": \"dynamodb:GetItem\", \"Resource\": \"%s\"}"
                                .formatted(BOOKS));

        var result =
                custom(request ->
                        request.policyInputList(policy)
                                .actionNames("dynamodb:GetItem")
                                .resourceArns(BOOKS, FILMS));

        assertThat(result.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(result.evalResourceName())
                .isEqualTo("arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}");
        assertThat(result.resourceSpecificResults())
                .extracting(
                        ResourceSpecificResult::evalResourceName,
                        ResourceSpecificResult::evalResourceDecisionAsString)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(BOOKS, "allowed"),
                        org.assertj.core.api.Assertions.tuple(FILMS, "implicitDeny"));
        assertThat(result.hasEvalDecisionDetails()).isTrue();
        assertThat(result.evalDecisionDetails()).isEmpty();
    }

    @Test
    void lists_the_context_keys_that_it_would_need() {
        var policy =
                statements(
                        """
                        {"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "*", "Condition":
                          {"StringEquals": {"aws:PrincipalTag/Team": "Books", "aws:username": "bob"}}}\
                        """);

        var without =
                custom(request -> request.policyInputList(policy).actionNames("dynamodb:GetItem"));
        var with =
                custom(request ->
                        request.policyInputList(policy)
                                .actionNames("dynamodb:GetItem")
                                .contextEntries(
                                        entry ->
                                                entry.contextKeyName("aws:PrincipalTag/Team")
                                                        .contextKeyValues("Books")
                                                        .contextKeyType("string"),
                                        entry ->
                                                entry.contextKeyName("aws:UserName")
                                                        .contextKeyValues("bob")
                                                        .contextKeyType("string")));

        assertThat(without.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(without.missingContextValues())
                .containsExactlyInAnyOrder("aws:PrincipalTag/Team", "aws:username");
        assertThat(with.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(with.missingContextValues()).isEmpty();
    }

    @Test
    void keeps_within_a_boundary() {
        var result =
                custom(request ->
                        request.policyInputList(allow("*"))
                                .permissionsBoundaryPolicyInputList(allow("s3:*"))
                                .actionNames("dynamodb:GetItem"));

        assertThat(result.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isFalse();
        assertThat(
                        refusal(() ->
                                custom(request ->
                                        request.policyInputList(allow("*"))
                                                .permissionsBoundaryPolicyInputList(
                                                        allow("*"), allow("*"))
                                                .actionNames("s3:GetObject"))))
                .startsWith("400 InvalidInput: ");
    }

    @Test
    void asks_every_level_of_an_organization() {
        var result =
                custom(request ->
                        request.policyInputList(allow("*"))
                                .orderedOrganizationPolicyInputList(
                                        level -> level.serviceControlPolicyInputList(allow("*")),
                                        level -> level.serviceControlPolicyInputList(allow("s3:*")))
                                .actionNames("dynamodb:GetItem"));

        assertThat(result.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(result.organizationsDecisionDetail().allowedByOrganizations()).isFalse();
    }

    @Test
    void asks_the_policy_of_the_resource_too_across_accounts() {
        var resourcePolicy =
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "%s"},
                  "Action": "s3:GetObject", "Resource": "arn:aws:s3:::books/*"}}
                """
                        .formatted(BOB);
        Consumer<SimulateCustomPolicyRequest.Builder> reading =
                request ->
                        request.actionNames("s3:GetObject")
                                .resourceArns("arn:aws:s3:::books/emma")
                                .resourcePolicy(resourcePolicy)
                                .callerArn(BOB);

        var own = custom(reading.andThen(request -> request.policyInputList(allow("ec2:*"))));
        var others =
                custom(
                        reading.andThen(request ->
                                request.policyInputList(allow("ec2:*"))
                                        .resourceOwner("arn:aws:iam::210987654321:root")));

        assertThat(own.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(own.matchedStatements())
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.sourcePolicyId()).isEqualTo("ResourcePolicy");
                    assertThat(statement.sourcePolicyTypeAsString()).isEqualTo("Resource Policy");
                });
        assertThat(others.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(others.evalDecisionDetailsAsStrings())
                .containsEntry("IAM Policy", "implicitDeny")
                .containsEntry("Resource Policy", "allowed");
    }

    @Test
    void refuses_what_it_cannot_simulate() {
        assertThat(
                        refusal(() ->
                                iam.simulatePrincipalPolicy(request ->
                                        request.policySourceArn(BOB).actionNames("s3:GetObject"))))
                .isEqualTo("404 NoSuchEntity: The user with name bob cannot be found.");
        assertThat(
                        refusal(() ->
                                iam.simulatePrincipalPolicy(request ->
                                        request.policySourceArn(
                                                        "arn:aws:sts::123456789012:assumed-role/a/b")
                                                .actionNames("s3:GetObject"))))
                .isEqualTo(
                        "400 InvalidInput: Invalid Entity Arn:"
                                + " arn:aws:sts::123456789012:assumed-role/a/b does not clearly"
                                + " define entity type and name.");
        assertThat(
                        refusal(() ->
                                custom(request ->
                                        request.policyInputList(allow("*")).actionNames("s3:*"))))
                .startsWith("400 InvalidInput: Invalid action name: s3:*");
        assertThat(
                        refusal(() ->
                                custom(request ->
                                        request.policyInputList("{}").actionNames("s3:GetObject"))))
                .startsWith("400 InvalidInput: ");
    }

    @Test
    void is_refused_for_resources_and_owners_that_are_none() {
        assertThat(refusal(() -> simulateOn("a-key", "arn:aws:iam::123456789012:root")))
                .isEqualTo("400 InvalidInput: ResourceNames are not in a valid ARN format: a-key.");
        assertThat(refusal(() -> simulateOn(BOOKS, "somebody")))
                .isEqualTo("400 InvalidInput: 'somebody' is not a valid as a Resource Owner.");
    }

    private void simulateOn(String resource, String owner) {
        iam.simulateCustomPolicy(request ->
                request.policyInputList(CloudAccount.policy("Allow", "dynamodb:GetItem"))
                        .actionNames("dynamodb:GetItem")
                        .resourceArns(resource)
                        .resourceOwner(owner));
    }

    @Test
    void lists_the_context_keys_of_policies() {
        var policy =
                statements(
                        """
                        {"Effect": "Allow", "Action": "s3:ListBucket",
                         "Resource": "arn:aws:s3:::${aws:username}",
                         "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}}\
                        """);
        bob(policy);

        assertThat(
                        iam.getContextKeysForCustomPolicy(
                                        request -> request.policyInputList(policy))
                                .contextKeyNames())
                .containsExactlyInAnyOrder("aws:username", "aws:SourceIp");
        assertThat(
                        iam.getContextKeysForPrincipalPolicy(
                                        request -> request.policySourceArn(BOB))
                                .contextKeyNames())
                .containsExactlyInAnyOrder("aws:username", "aws:SourceIp");
    }

    private void bob(String policy) {
        iam.createUser(request -> request.userName("bob"));
        iam.putUserPolicy(
                request -> request.userName("bob").policyName("own").policyDocument(policy));
    }

    private EvaluationResult custom(Consumer<SimulateCustomPolicyRequest.Builder> request) {
        return iam.simulateCustomPolicy(request).evaluationResults().getFirst();
    }

    private static String allow(String action) {
        return statements(
                "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"*\"}"
                        .formatted(action));
    }

    private static String statements(String... statements) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
                .formatted(String.join(", ", statements));
    }

    private static Position at(int line, int column) {
        return Position.builder().line(line).column(column).build();
    }
}
