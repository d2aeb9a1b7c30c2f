package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ReportStateType;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

/// The operations on the account as a whole: its alias, its password policy, its summary and its
/// credential report.
///
/// The refusals' words are those of recorded answers of IAM, where they were recorded.
class AccountTest {

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void says_which_tokens_the_global_endpoint_gives_out() {
        assertThat(iam.getAccountSummary().summaryMap())
                .containsEntry(SummaryKeyType.GLOBAL_ENDPOINT_TOKEN_VERSION, 1);

        iam.setSecurityTokenServicePreferences(
                request -> request.globalEndpointTokenVersion("v2Token"));

        assertThat(iam.getAccountSummary().summaryMap())
                .containsEntry(SummaryKeyType.GLOBAL_ENDPOINT_TOKEN_VERSION, 2);
    }

    @Test
    void is_in_no_organization() {
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(
                        () -> iam.listOrganizationsFeatures(request -> {}),
                        () -> iam.enableOrganizationsRootSessions(request -> {}),
                        () -> iam.disableOrganizationsRootSessions(request -> {}),
                        () -> iam.enableOrganizationsRootCredentialsManagement(request -> {}),
                        () -> iam.disableOrganizationsRootCredentialsManagement(request -> {}))) {
            assertThat(refusal(call)).startsWith("400 OrganizationNotFoundException: ");
        }
    }

    @Test
    void a_new_alias_takes_the_place_of_the_old_one() {
        iam.createAccountAlias(request -> request.accountAlias("engines"));
        iam.createAccountAlias(request -> request.accountAlias("difference-engines"));

        assertThat(iam.listAccountAliases().accountAliases()).containsExactly("difference-engines");
        assertThat(
                        refusal(() ->
                                iam.deleteAccountAlias(request -> request.accountAlias("engines"))))
                .isEqualTo(
                        "404 NoSuchEntity: The account alias with name engines cannot be found.");
        iam.deleteAccountAlias(request -> request.accountAlias("difference-engines"));
        assertThat(iam.listAccountAliases().accountAliases()).isEmpty();
    }

    @Test
    void a_password_policy_is_set_whole_and_forgotten() {
        var none =
                "404 NoSuchEntity: The Password Policy with domain name 123456789012 cannot be found.";
        assertThat(refusal(iam::getAccountPasswordPolicy)).isEqualTo(none);

        iam.updateAccountPasswordPolicy(
                request -> request.minimumPasswordLength(14).maxPasswordAge(60).hardExpiry(true));
        var policy = iam.getAccountPasswordPolicy().passwordPolicy();
        assertThat(policy.minimumPasswordLength()).isEqualTo(14);
        assertThat(policy.expirePasswords()).isTrue();
        assertThat(policy.maxPasswordAge()).isEqualTo(60);
        assertThat(policy.hardExpiry()).isTrue();

        iam.updateAccountPasswordPolicy(request -> {});
        var usual = iam.getAccountPasswordPolicy().passwordPolicy();
        assertThat(usual.minimumPasswordLength()).isEqualTo(6);
        assertThat(usual.expirePasswords()).isFalse();
        assertThat(usual.maxPasswordAge()).isNull();
        assertThat(usual.hardExpiry()).isNull();
        assertThat(usual.requireNumbers()).isFalse();

        iam.deleteAccountPasswordPolicy();
        assertThat(refusal(iam::getAccountPasswordPolicy)).isEqualTo(none);
        assertThat(refusal(iam::deleteAccountPasswordPolicy))
                .isEqualTo(
                        "404 NoSuchEntity: The account policy with name PasswordPolicy cannot be found.");
    }

    @Test
    void all_that_is_wrong_with_a_password_policy_is_said_at_once() {
        assertThat(
                        refusal(() ->
                                iam.updateAccountPasswordPolicy(request ->
                                        request.minimumPasswordLength(129)
                                                .passwordReusePrevention(25)
                                                .maxPasswordAge(1096))))
                .isEqualTo(
                        "400 ValidationError: 3 validation errors detected: Value at 'minimumPasswordLength' failed to satisfy constraint: Member must have value less than or equal to 128; Value at 'passwordReusePrevention' failed to satisfy constraint: Member must have value less than or equal to 24; Value at 'maxPasswordAge' failed to satisfy constraint: Member must have value less than or equal to 1095");
    }

    @Test
    void the_summary_counts_what_there_is() {
        account.user("ada");
        iam.createGroup(request -> request.groupName("readers"));
        iam.createVirtualMFADevice(request -> request.virtualMFADeviceName("phone"));

        var summary = iam.getAccountSummary().summaryMapAsStrings();

        assertThat(summary)
                .containsAllEntriesOf(
                        Map.of(
                                "Users", 2,
                                "UsersQuota", 5000,
                                "Groups", 1,
                                "GroupsQuota", 300,
                                "MFADevices", 1,
                                "MFADevicesInUse", 0,
                                "AccountAccessKeysPresent", 0,
                                "AccessKeysPerUserQuota", 2));
        assertThat(summary).hasSize(34);
    }

    @Test
    void a_credential_report_says_who_has_what() {
        assertThat(refusal(iam::getCredentialReport)).startsWith("410 ReportNotPresent: ");
        account.user("ada");
        iam.createLoginProfile(request -> request.userName("ada").password("En1gine!"));

        assertThat(iam.generateCredentialReport().state()).isEqualTo(ReportStateType.STARTED);
        assertThat(iam.generateCredentialReport().state()).isEqualTo(ReportStateType.COMPLETE);

        var report = iam.getCredentialReport();
        assertThat(report.reportFormatAsString()).isEqualTo("text/csv");
        var lines = report.content().asUtf8String().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .startsWith("user,arn,user_creation_time,password_enabled,password_last_used")
                .endsWith("cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated");
        assertThat(lines.get(1)).startsWith("<root_account>,arn:aws:iam::123456789012:root,");
        assertThat(lines.get(2))
                .matches(
                        "ada,arn:aws:iam::123456789012:user/ada,[0-9T:-]+\\+00:00,true,no_information,[0-9T:-]+\\+00:00,N/A,false,true,[0-9T:-]+\\+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A");
        assertThat(lines.get(3)).startsWith("learner,").contains(",us-east-1,iam,");
    }

    @Test
    void a_credential_report_is_good_for_four_hours() {
        iam.generateCredentialReport();
        account.sandbox().clock().advance(Duration.ofHours(4).plusSeconds(1));

        assertThat(refusal(iam::getCredentialReport)).startsWith("410 ReportExpired: ");
        assertThat(iam.generateCredentialReport().state()).isEqualTo(ReportStateType.STARTED);
    }
}
