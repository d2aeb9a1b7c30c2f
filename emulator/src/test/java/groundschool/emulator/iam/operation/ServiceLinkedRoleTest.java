package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.AwsManagedPolicies;
import groundschool.emulator.iam.CloudAccount;
import groundschool.emulator.iam.identity.ServiceLinked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/// The roles of services.
class ServiceLinkedRoleTest {

    private static final String SERVICE = "replication.dynamodb.amazonaws.com";
    private static final String ROLE = "AWSServiceRoleForDynamoDBReplication";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void is_made_for_a_service_with_its_policy() {
        var made = iam.createServiceLinkedRole(request -> request.awsServiceName(SERVICE)).role();

        assertThat(made.arn())
                .isEqualTo(
                        "arn:aws:iam::123456789012:role/aws-service-role/" + SERVICE + "/" + ROLE);
        assertThat(
                        iam.listAttachedRolePolicies(request -> request.roleName(ROLE))
                                .attachedPolicies())
                .extracting(AttachedPolicy::policyName)
                .containsExactly("DynamoDBReplicationServiceRolePolicy");
        assertThat(
                        refusal(() ->
                                iam.createServiceLinkedRole(
                                        request -> request.awsServiceName(SERVICE))))
                .isEqualTo(
                        "400 InvalidInput: Service role name AWSServiceRoleForDynamoDBReplication"
                                + " has been taken in this account, please try a different suffix.");
    }

    @Test
    void has_a_policy_that_there_is_for_every_service() {
        assertThat(ServiceLinked.services())
                .allSatisfy(service ->
                        assertThat(
                                        AwsManagedPolicies.all()
                                                .find(
                                                        ServiceLinked.find(service)
                                                                .orElseThrow()
                                                                .policyArn()))
                                .isPresent());
    }

    @Test
    void is_changed_by_nobody_else() {
        iam.createServiceLinkedRole(request -> request.awsServiceName(SERVICE));

        assertThat(refusal(() -> iam.deleteRole(request -> request.roleName(ROLE))))
                .isEqualTo(
                        "400 UnmodifiableEntity: Cannot perform the operation on the protected role"
                                + " 'AWSServiceRoleForDynamoDBReplication' - this role is only"
                                + " modifiable by AWS");
        assertThat(
                        refusal(() ->
                                iam.createRole(request ->
                                        request.roleName("Sham")
                                                .path("/aws-service-role/" + SERVICE + "/")
                                                .assumeRolePolicyDocument(
                                                        """
                                                        {"Version": "2012-10-17", "Statement": {
                                                          "Effect": "Allow",
                                                          "Principal": {"AWS": "123456789012"},
                                                          "Action": "sts:AssumeRole"}}
                                                        """))))
                .startsWith("400 InvalidInput: ");
    }

    @Test
    void is_deleted_by_a_task_of_its_own() {
        iam.createServiceLinkedRole(request -> request.awsServiceName(SERVICE));

        var task = iam.deleteServiceLinkedRole(request -> request.roleName(ROLE)).deletionTaskId();

        assertThat(task).startsWith("task/aws-service-role/" + SERVICE + "/" + ROLE + "/");
        assertThat(
                        iam.getServiceLinkedRoleDeletionStatus(
                                        request -> request.deletionTaskId(task))
                                .statusAsString())
                .isEqualTo("SUCCEEDED");
        assertThat(iam.listRoles().roles()).isEmpty();
    }

    @Test
    void is_refused_for_services_that_have_none() {
        assertThat(
                        refusal(() ->
                                iam.createServiceLinkedRole(
                                        request -> request.awsServiceName("books.amazonaws.com"))))
                .startsWith(
                        "400 InvalidInput: books.amazonaws.com has no service-linked role here.");
        assertThat(
                        refusal(() ->
                                iam.createServiceLinkedRole(request ->
                                        request.awsServiceName(SERVICE).customSuffix("mine"))))
                .isEqualTo("400 InvalidInput: Custom suffix is not allowed for " + SERVICE);
    }
}
