package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.IamClient;

/// The operations on passwords, and what the account asks of them.
///
/// The refusals' words are those of recorded answers of IAM, where they were recorded.
class LoginProfileTest {

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
    void a_password_is_given_changed_and_taken() {
        var made =
                iam.createLoginProfile(request ->
                                request.userName("ada")
                                        .password("En1gine!")
                                        .passwordResetRequired(true))
                        .loginProfile();
        assertThat(made.passwordResetRequired()).isTrue();

        iam.updateLoginProfile(request -> request.userName("ada").passwordResetRequired(false));
        var shown = iam.getLoginProfile(request -> request.userName("ada")).loginProfile();
        assertThat(shown.passwordResetRequired()).isFalse();
        assertThat(shown.createDate()).isEqualTo(made.createDate());

        iam.deleteLoginProfile(request -> request.userName("ada"));
        assertThat(refusal(() -> iam.getLoginProfile(request -> request.userName("ada"))))
                .isEqualTo("404 NoSuchEntity: Login Profile for User ada cannot be found.");
    }

    @Test
    void a_user_has_one() {
        create("En1gine!");

        assertThat(refusal(() -> create("En1gine!")))
                .isEqualTo("409 EntityAlreadyExists: Login Profile for user ada already exists.");
    }

    @Test
    void the_password_itself_is_kept_nowhere() {
        create("En1gine!");

        assertThat(account.stored()).contains("ada").doesNotContain("En1gine!");
        assertThat(account.sandbox().ledger().entries().getLast().input().text())
                .isEqualTo(
                        "{\"Password\":\"HIDDEN_DUE_TO_SECURITY_REASONS\",\"UserName\":\"ada\"}");
    }

    @Test
    void without_a_policy_a_password_has_eight_characters_of_three_kinds() {
        assertThat(refusal(() -> create("En1gin!")))
                .isEqualTo(
                        "400 PasswordPolicyViolation: Password should have a minimum length of 8");
        assertThat(refusal(() -> create("analytical1")))
                .isEqualTo(
                        "400 PasswordPolicyViolation: Password should meet 1 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one symbol");
        create("Analytical1");
    }

    @Test
    void a_policy_of_the_account_is_held_to() {
        iam.updateAccountPasswordPolicy(request ->
                request.minimumPasswordLength(10)
                        .requireSymbols(true)
                        .requireUppercaseCharacters(true));

        assertThat(refusal(() -> create("engine")))
                .isEqualTo(
                        "400 PasswordPolicyViolation: Password should have a minimum length of 10, Password should have at least one uppercase letter, Password should have at least one symbol");
        create("ENGINEENGINE!");
    }

    @Test
    void earlier_passwords_do_not_come_back_while_the_policy_remembers_them() {
        iam.updateAccountPasswordPolicy(request -> request.passwordReusePrevention(2));
        create("first-1");
        update("second-2");

        assertThat(refusal(() -> update("first-1")))
                .isEqualTo(
                        "400 PasswordPolicyViolation: Password does not conform to the account password policy.");
        update("third-3");
        update("first-1");
    }

    @Test
    void a_user_changes_its_own_who_knows_it_and_may() {
        create("En1gine!");
        var hers = account.iam(ada);
        assertThat(refusal(() -> change(hers, "En1gine!", "Dif-ference2")))
                .startsWith(
                        "403 AccessDenied: User: arn:aws:iam::123456789012:user/ada is not authorized to perform: iam:ChangePassword on resource: arn:aws:iam::123456789012:user/ada");
        account.allow("ada", "iam:ChangePassword");

        assertThat(refusal(() -> change(hers, "wrong", "Dif-ference2")))
                .isEqualTo("403 AccessDenied: The old password was incorrect.");
        change(hers, "En1gine!", "Dif-ference2");
        assertThat(refusal(() -> change(hers, "En1gine!", "An-other3")))
                .isEqualTo("403 AccessDenied: The old password was incorrect.");
    }

    @Test
    void the_account_may_let_all_users_change_their_own() {
        create("En1gine!");
        iam.updateAccountPasswordPolicy(request -> request.allowUsersToChangePassword(true));

        change(account.iam(ada), "En1gine!", "Dif-ference2");
        assertThat(account.iam(ada).getAccountPasswordPolicy().passwordPolicy())
                .matches(policy -> policy.allowUsersToChangePassword());

        iam.putUserPolicy(request ->
                request.userName("ada")
                        .policyName("not-this-one")
                        .policyDocument(CloudAccount.policy("Deny", "iam:ChangePassword")));
        assertThat(refusal(() -> change(account.iam(ada), "Dif-ference2", "An-other3")))
                .contains("with an explicit deny in an identity-based policy");
    }

    @Test
    void root_has_no_password_here() {
        assertThat(refusal(() -> change(account.iam(account.root()), "old", "new")))
                .startsWith("400 InvalidUserType: ");
    }

    private void create(String password) {
        iam.createLoginProfile(request -> request.userName("ada").password(password));
    }

    private void update(String password) {
        iam.updateLoginProfile(request -> request.userName("ada").password(password));
    }

    private static void change(IamClient iam, String before, String after) {
        iam.changePassword(request -> request.oldPassword(before).newPassword(after));
    }
}
