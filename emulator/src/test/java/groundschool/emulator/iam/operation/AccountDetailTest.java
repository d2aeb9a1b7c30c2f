package groundschool.emulator.iam.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// The whole of an account's users, groups, roles and policies.
class AccountDetailTest {

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @BeforeEach
    void make() {
        account.user("bob");
        account.allow("bob", "s3:*");
        iam.createGroup(request -> request.groupName("Readers"));
        iam.addUserToGroup(request -> request.groupName("Readers").userName("bob"));
        iam.createRole(request ->
                request.roleName("Server")
                        .assumeRolePolicyDocument(
                                """
                                {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                                  "Principal": {"Service": "ec2.amazonaws.com"},
                                  "Action": "sts:AssumeRole"}}
                                """));
        iam.createPolicy(request ->
                request.policyName("Reading")
                        .policyDocument(CloudAccount.policy("Allow", "s3:GetObject")));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void has_everything_with_its_policies() {
        var all = iam.getAccountAuthorizationDetails();

        assertThat(all.userDetailList())
                .extracting(UserDetail::userName)
                .containsExactly("bob", "learner");
        assertThat(all.userDetailList().getFirst().groupList()).containsExactly("Readers");
        assertThat(all.userDetailList().getFirst().userPolicyList()).hasSize(1);
        assertThat(all.groupDetailList())
                .extracting(GroupDetail::groupName)
                .containsExactly("Readers");
        assertThat(all.roleDetailList()).extracting(RoleDetail::roleName).containsExactly("Server");
        assertThat(all.policies())
                .extracting(ManagedPolicyDetail::policyName)
                .containsExactly("Reading", "AdministratorAccess");
        assertThat(all.policies().getFirst().policyVersionList().getFirst().document())
                .startsWith("%7B%22Version%22");
    }

    @Test
    void is_filtered_by_kind() {
        var roles =
                iam.getAccountAuthorizationDetails(request ->
                        request.filter(EntityType.ROLE, EntityType.LOCAL_MANAGED_POLICY));

        assertThat(roles.userDetailList()).isEmpty();
        assertThat(roles.roleDetailList()).hasSize(1);
        assertThat(roles.policies()).hasSize(1);
    }

    @Test
    void comes_page_by_page() {
        var first = iam.getAccountAuthorizationDetails(request -> request.maxItems(2));
        var second =
                iam.getAccountAuthorizationDetails(
                        request -> request.maxItems(10).marker(first.marker()));

        assertThat(first.isTruncated()).isTrue();
        assertThat(first.userDetailList()).hasSize(2);
        assertThat(second.userDetailList()).isEmpty();
        assertThat(second.groupDetailList()).hasSize(1);
        assertThat(second.policies()).hasSize(2);
    }
}
