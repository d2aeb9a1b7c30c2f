package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/// What is written into a user, what is attached to it, and its permissions boundary.
///
/// The refusals' words are those of recorded answers of IAM.
class UserPolicyTest {

    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();
    private AwsCredentials ada = account.root();

    @BeforeEach
    void create_a_user() {
        ada = account.user("ada");
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void an_inline_policy_is_shown_encoded_as_it_was_written() {
        var document = CloudAccount.policy("Allow", "iam:List*");
        put("list", document);

        var shown =
                iam.getUserPolicy(request -> request.userName("ada").policyName("list"))
                        .policyDocument();

        assertThat(shown).doesNotContain(" ", "+", "*", "\"", "\n").contains("%20", "%2A");
        assertThat(URLDecoder.decode(shown, StandardCharsets.UTF_8)).isEqualTo(document);
        assertThat(iam.listUserPolicies(request -> request.userName("ada")).policyNames())
                .containsExactly("list");
    }

    @Test
    void it_counts_from_the_moment_on() {
        assertThat(refusal(() -> account.iam(ada).listUsers()))
                .isEqualTo(
                        "403 AccessDenied: User: arn:aws:iam::123456789012:user/ada is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/ because no identity-based policy allows the iam:ListUsers action");

        put("list", CloudAccount.policy("Allow", "iam:ListUsers"));
        assertThat(account.iam(ada).listUsers().users()).hasSize(2);

        iam.deleteUserPolicy(request -> request.userName("ada").policyName("list"));
        assertThat(refusal(() -> account.iam(ada).listUsers())).startsWith("403 AccessDenied");
    }

    @Test
    void a_document_that_is_no_policy_is_refused() {
        assertThat(refusal(() -> put("broken", "{"))).startsWith("400 MalformedPolicyDocument: ");
    }

    @Test
    void all_inline_policies_of_a_user_have_room_for_2048_characters() {
        put("list", CloudAccount.policy("Allow", "iam:List*") + " ".repeat(5000));

        assertThat(
                        refusal(() ->
                                put(
                                        "long",
                                        CloudAccount.policy(
                                                "Allow", "a".repeat(64) + ":" + "b".repeat(1950)))))
                .isEqualTo(
                        "409 LimitExceeded: Maximum policy size of 2048 bytes exceeded for user ada");
    }

    @Test
    void an_inline_policy_that_is_not_there_is_not_found() {
        var noSuch = "404 NoSuchEntity: The user policy with name none cannot be found.";

        assertThat(
                        refusal(() ->
                                iam.getUserPolicy(
                                        request -> request.userName("ada").policyName("none"))))
                .isEqualTo(noSuch);
        assertThat(
                        refusal(() ->
                                iam.deleteUserPolicy(
                                        request -> request.userName("ada").policyName("none"))))
                .isEqualTo(noSuch);
    }

    @Test
    void a_managed_policy_is_attached_once_and_detached() {
        attach(READ_ONLY);
        attach(READ_ONLY);

        assertThat(
                        iam.listAttachedUserPolicies(request -> request.userName("ada"))
                                .attachedPolicies())
                .containsExactly(
                        AttachedPolicy.builder()
                                .policyName("ReadOnlyAccess")
                                .policyArn(READ_ONLY)
                                .build());
        assertThat(
                        iam.listAttachedUserPolicies(request ->
                                        request.userName("ada").pathPrefix("/job-function/"))
                                .attachedPolicies())
                .isEmpty();
        assertThat(account.iam(ada).listUsers().users()).hasSize(2);

        detach(READ_ONLY);
        assertThat(refusal(() -> detach(READ_ONLY)))
                .isEqualTo("404 NoSuchEntity: Policy " + READ_ONLY + " was not found.");
    }

    @Test
    void a_policy_that_is_not_there_is_not_attached() {
        assertThat(refusal(() -> attach("arn:aws:iam::123456789012:policy/none")))
                .isEqualTo(
                        "404 NoSuchEntity: Policy arn:aws:iam::123456789012:policy/none does not exist or is not attachable.");
        assertThat(refusal(() -> attach("longpolicynamebutnoarn")))
                .isEqualTo("400 InvalidInput: ARN longpolicynamebutnoarn is not valid.");
    }

    @Test
    void ten_policies_are_attached_at_most() {
        for (var service : MANAGED) {
            attach("arn:aws:iam::aws:policy/" + service);
        }

        assertThat(refusal(() -> attach("arn:aws:iam::aws:policy/AdministratorAccess")))
                .isEqualTo("409 LimitExceeded: Cannot exceed quota for PoliciesPerUser: 10");
        attach("arn:aws:iam::aws:policy/" + MANAGED[0]);
    }

    @Test
    void who_may_attach_only_one_policy_attaches_no_other() {
        put(
                "attach-read-only",
                """
                {"Version": "2012-10-17",
                 "Statement": [{"Effect": "Allow", "Action": "iam:AttachUserPolicy", "Resource": "*",
                                "Condition": {"ArnEquals": {"iam:PolicyARN": "%s"}}}]}
                """
                        .formatted(READ_ONLY));
        var hers = account.iam(ada);

        hers.attachUserPolicy(request -> request.userName("ada").policyArn(READ_ONLY));

        assertThat(
                        refusal(() ->
                                hers.attachUserPolicy(request ->
                                        request.userName("ada")
                                                .policyArn(
                                                        "arn:aws:iam::aws:policy/AdministratorAccess"))))
                .startsWith("403 AccessDenied: User: arn:aws:iam::123456789012:user/ada");
    }

    @Test
    void a_boundary_limits_what_policies_allow_until_it_is_taken_off() {
        put("all", CloudAccount.policy("Allow", "*"));
        iam.putUserPermissionsBoundary(
                request -> request.userName("ada").permissionsBoundary(READ_ONLY));

        assertThat(account.iam(ada).listUsers().users()).hasSize(2);
        assertThat(refusal(() -> account.iam(ada).createUser(request -> request.userName("eve"))))
                .contains("no permissions boundary allows the iam:CreateUser action");

        iam.deleteUserPermissionsBoundary(request -> request.userName("ada"));
        account.iam(ada).createUser(request -> request.userName("eve"));
    }

    @Test
    void a_boundary_that_is_not_there_is_refused() {
        assertThat(
                        refusal(() ->
                                iam.putUserPermissionsBoundary(request ->
                                        request.userName("ada")
                                                .permissionsBoundary(
                                                        "arn:aws:iam::123456789012:policy/none"))))
                .startsWith("404 NoSuchEntity: ");
    }

    private static final String[] MANAGED = {
        "AmazonS3FullAccess",
        "AmazonS3ReadOnlyAccess",
        "AmazonDynamoDBFullAccess",
        "AmazonDynamoDBReadOnlyAccess",
        "AmazonSQSFullAccess",
        "AmazonSQSReadOnlyAccess",
        "AmazonSNSFullAccess",
        "AmazonSNSReadOnlyAccess",
        "IAMReadOnlyAccess",
        "ReadOnlyAccess"
    };

    private void put(String name, String document) {
        iam.putUserPolicy(
                request -> request.userName("ada").policyName(name).policyDocument(document));
    }

    private void attach(String arn) {
        iam.attachUserPolicy(request -> request.userName("ada").policyArn(arn));
    }

    private void detach(String arn) {
        iam.detachUserPolicy(request -> request.userName("ada").policyArn(arn));
    }
}
