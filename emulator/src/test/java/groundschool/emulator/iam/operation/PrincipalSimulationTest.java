package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;

/// What the simulator says of the policies that somebody has.
class PrincipalSimulationTest {

    private static final String BOB = "arn:aws:iam::123456789012:user/bob";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void takes_the_policies_of_a_user_with_its_groups_and_its_boundary() {
        bob(allow("s3:GetObject"));
        iam.createGroup(request -> request.groupName("Readers"));
        iam.putGroupPolicy(request ->
                request.groupName("Readers")
                        .policyName("read")
                        .policyDocument(allow("dynamodb:GetItem")));
        iam.addUserToGroup(request -> request.groupName("Readers").userName("bob"));

        var results =
                iam.simulatePrincipalPolicy(request ->
                                request.policySourceArn(BOB)
                                        .actionNames("dynamodb:GetItem", "s3:GetObject"))
                        .evaluationResults();
        iam.putUserPermissionsBoundary(request ->
                request.userName("bob")
                        .permissionsBoundary("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"));
        var bounded =
                iam.simulatePrincipalPolicy(request ->
                                request.policySourceArn(BOB)
                                        .actionNames("dynamodb:GetItem", "s3:GetObject"))
                        .evaluationResults();

        assertThat(results)
                .extracting(result -> result.matchedStatements().getFirst().sourcePolicyId())
                .containsExactly("group_Readers_read", "user_bob_own");
        assertThat(bounded)
                .extracting(EvaluationResult::evalDecisionAsString)
                .containsExactly("implicitDeny", "allowed");
    }

    @Test
    void leaves_policies_out_on_demand() {
        bob(allow("s3:GetObject"));

        var without =
                iam.simulatePrincipalPolicy(request ->
                                request.policySourceArn(BOB)
                                        .actionNames("s3:GetObject")
                                        .policyExclusionList(each ->
                                                each.inlinePolicyIdentifier(inline ->
                                                        inline.policyName("own")
                                                                .attachmentType("user")
                                                                .attachmentName("bob"))))
                        .evaluationResults()
                        .getFirst();

        assertThat(without.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(
                        refusal(() ->
                                iam.simulatePrincipalPolicy(request ->
                                        request.policySourceArn(BOB)
                                                .actionNames("s3:GetObject")
                                                .policyExclusionList(each ->
                                                        each.policyType("inline")
                                                                .policyArn(
                                                                        "arn:aws:iam::aws:policy/*")))))
                .startsWith("400 InvalidInput: ");
    }

    private void bob(String policy) {
        iam.createUser(request -> request.userName("bob"));
        iam.putUserPolicy(
                request -> request.userName("bob").policyName("own").policyDocument(policy));
    }

    private static String allow(String action) {
        return CloudAccount.policy("Allow", action);
    }
}
