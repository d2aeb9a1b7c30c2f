package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;

/// The operations on access keys.
///
/// The refusals' words are those of recorded answers of IAM.
class AccessKeyTest {

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void a_key_lets_its_user_in_and_its_secret_is_not_shown_again() {
        var credentials = account.user("ada");

        assertThat(account.sts(credentials).getCallerIdentity().arn())
                .isEqualTo("arn:aws:iam::123456789012:user/ada");
        var listed = iam.listAccessKeys(request -> request.userName("ada"));
        assertThat(listed.accessKeyMetadata()).hasSize(1);
        assertThat(listed.accessKeyMetadata().getFirst().accessKeyId())
                .isEqualTo(credentials.accessKeyId());
        assertThat(listed.toString()).doesNotContain(credentials.secretAccessKey());
    }

    @Test
    void a_user_has_two_at_most() {
        account.user("ada");
        account.key("ada");

        assertThat(refusal(() -> account.key("ada")))
                .isEqualTo("409 LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2");
    }

    @Test
    void an_inactive_key_lets_nobody_in_until_it_is_active_again() {
        var credentials = account.user("ada");

        set(credentials.accessKeyId(), StatusType.INACTIVE);
        assertThat(refusal(() -> account.sts(credentials).getCallerIdentity()))
                .startsWith("403 InvalidClientTokenId: ");

        set(credentials.accessKeyId(), StatusType.ACTIVE);
        account.sts(credentials).getCallerIdentity();
    }

    @Test
    void a_deleted_key_lets_nobody_in_unless_the_deletion_is_rewound() {
        var credentials = account.user("ada");
        var before = account.sandbox().checkpoint();

        iam.deleteAccessKey(
                request -> request.userName("ada").accessKeyId(credentials.accessKeyId()));
        assertThat(refusal(() -> account.sts(credentials).getCallerIdentity()))
                .startsWith("403 InvalidClientTokenId: ");

        account.sandbox().rewind(before);
        account.sts(credentials).getCallerIdentity();
    }

    @Test
    void a_user_may_be_let_manage_its_own_without_saying_its_name() {
        var credentials = account.user("ada");
        account.allow("ada", "iam:*AccessKey*");
        var hers = account.iam(credentials);

        var second = hers.createAccessKey().accessKey();
        hers.updateAccessKey(
                request -> request.accessKeyId(second.accessKeyId()).status(StatusType.INACTIVE));

        assertThat(hers.listAccessKeys().accessKeyMetadata())
                .extracting(AccessKeyMetadata::statusAsString)
                .containsExactlyInAnyOrder("Active", "Inactive");
        hers.deleteAccessKey(request -> request.accessKeyId(second.accessKeyId()));
        assertThat(hers.listAccessKeys().accessKeyMetadata()).hasSize(1);
    }

    @Test
    void nobody_touches_the_key_of_another_user_by_the_wrong_name() {
        var credentials = account.user("ada");
        account.user("grace");

        assertThat(
                        refusal(() ->
                                iam.deleteAccessKey(request ->
                                        request.userName("grace")
                                                .accessKeyId(credentials.accessKeyId()))))
                .isEqualTo(
                        "404 NoSuchEntity: The Access Key with id %s cannot be found."
                                .formatted(credentials.accessKeyId()));
    }

    @Test
    void root_has_keys_of_its_own() {
        var root = account.root();
        var second = account.iam(root).createAccessKey().accessKey();

        assertThat(account.iam(root).listAccessKeys().accessKeyMetadata())
                .extracting(AccessKeyMetadata::accessKeyId)
                .containsExactlyInAnyOrder(root.accessKeyId(), second.accessKeyId());
        account.iam(root).deleteAccessKey(request -> request.accessKeyId(root.accessKeyId()));
        assertThat(refusal(() -> account.iam(root).listAccessKeys()))
                .startsWith("403 InvalidClientTokenId: ");
    }

    @Test
    void whoever_is_no_user_must_name_one() {
        assertThat(refusal(() -> account.iam(account.root()).deleteLoginProfile(request -> {})))
                .isEqualTo(
                        "400 ValidationError: Must specify userName when calling with non-User credentials");
    }

    @Test
    void it_is_known_when_and_for_what_a_key_was_last_used() {
        var credentials = account.user("ada");
        var before = lastUsed(credentials.accessKeyId());
        assertThat(before.region()).isEqualTo("N/A");
        assertThat(before.serviceName()).isEqualTo("N/A");
        assertThat(before.lastUsedDate()).isNull();

        account.sts(credentials).getCallerIdentity();
        account.sandbox().clock().advance(Duration.ofHours(1));

        var after = lastUsed(credentials.accessKeyId());
        assertThat(after.serviceName()).isEqualTo("sts");
        assertThat(after.region()).isEqualTo("eu-west-1");
        assertThat(after.lastUsedDate())
                .isBefore(account.sandbox().clock().now().minusSeconds(3000));
    }

    @Test
    void iam_is_called_in_its_home_whatever_region_signs() {
        var credentials = account.user("ada");
        iam.putUserPolicy(request ->
                request.userName("ada")
                        .policyName("in-us-east-1-only")
                        .policyDocument(
                                """
                                {"Version": "2012-10-17",
                                 "Statement": [{"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*",
                                                "Condition": {"StringEquals": {"aws:RequestedRegion": "us-east-1"}}}]}
                                """));

        account.iam(credentials, Region.EU_WEST_1).listUsers();

        assertThat(lastUsed(credentials.accessKeyId()).region()).isEqualTo("us-east-1");
    }

    @Test
    void the_last_use_of_a_key_that_is_not_there_is_not_told() {
        assertThat(refusal(() -> lastUsed("AKIAIOSFODNN7EXAMPLE")))
                .isEqualTo(
                        "403 AccessDenied: User: arn:aws:iam::123456789012:user/learner is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key AKIAIOSFODNN7EXAMPLE");
    }

    private AccessKeyLastUsed lastUsed(String id) {
        return iam.getAccessKeyLastUsed(request -> request.accessKeyId(id)).accessKeyLastUsed();
    }

    private void set(String id, StatusType status) {
        iam.updateAccessKey(request -> request.userName("ada").accessKeyId(id).status(status));
    }
}
