package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;

/// Credentials for single services.
class ServiceCredentialTest {

    private static final String GIT = "codecommit.amazonaws.com";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @BeforeEach
    void make() {
        iam.createUser(request -> request.userName("Ada"));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void are_a_name_and_a_password_that_is_shown_once() {
        var made = create(GIT);

        assertThat(made.serviceUserName()).isEqualTo("Ada-at-123456789012");
        assertThat(made.servicePassword()).isNotEmpty();
        assertThat(made.serviceCredentialAlias()).isNull();
        assertThat(made.serviceSpecificCredentialId()).matches("ACCA[A-Z0-9]{17}");
        assertThat(create(GIT).serviceUserName()).isEqualTo("Ada+1-at-123456789012");
        assertThat(refusal(() -> create(GIT)))
                .isEqualTo(
                        "409 LimitExceeded: Cannot exceed quota for"
                                + " ServiceSpecificCredentialsPerUser: 2");
        assertThat(account.sandbox().ledger().entries())
                .noneSatisfy(entry ->
                        assertThat(entry.output().toString()).contains(made.servicePassword()));
    }

    @Test
    void are_keys_for_bedrock_which_may_end() {
        account.sandbox().clock().freeze();
        var made =
                iam.createServiceSpecificCredential(request ->
                                request.userName("Ada")
                                        .serviceName("bedrock.amazonaws.com")
                                        .credentialAgeDays(30))
                        .serviceSpecificCredential();

        assertThat(made.serviceCredentialAlias()).startsWith("BedrockAPIKey-");
        assertThat(made.serviceCredentialSecret()).startsWith("ABSK");
        assertThat(made.serviceUserName()).isNull();
        assertThat(Duration.between(made.createDate(), made.expirationDate()))
                .isEqualTo(Duration.ofDays(30));
        account.sandbox().clock().advance(Duration.ofDays(31));
        assertThat(list("Ada"))
                .singleElement()
                .satisfies(each -> assertThat(each.statusAsString()).isEqualTo("Expired"));
    }

    @Test
    void are_reset_switched_off_and_deleted() {
        var made = create(GIT);
        var id = made.serviceSpecificCredentialId();

        var reset =
                iam.resetServiceSpecificCredential(
                                request -> request.userName("Ada").serviceSpecificCredentialId(id))
                        .serviceSpecificCredential();
        iam.updateServiceSpecificCredential(request ->
                request.userName("Ada")
                        .serviceSpecificCredentialId(id)
                        .status(StatusType.INACTIVE));

        assertThat(reset.serviceUserName()).isEqualTo(made.serviceUserName());
        assertThat(reset.servicePassword()).isNotEqualTo(made.servicePassword());
        assertThat(list("Ada"))
                .singleElement()
                .satisfies(each -> assertThat(each.status()).isEqualTo(StatusType.INACTIVE));
        iam.deleteServiceSpecificCredential(
                request -> request.userName("Ada").serviceSpecificCredentialId(id));
        assertThat(
                        refusal(() ->
                                iam.deleteServiceSpecificCredential(request ->
                                        request.userName("Ada").serviceSpecificCredentialId(id))))
                .isEqualTo("404 NoSuchEntity: No such credential %s exists".formatted(id));
    }

    @Test
    void are_listed_of_one_service_or_of_all_users() {
        iam.createUser(request -> request.userName("Grace"));
        create(GIT);
        create("cassandra.amazonaws.com");
        iam.createServiceSpecificCredential(request -> request.userName("Grace").serviceName(GIT));

        assertThat(
                        iam.listServiceSpecificCredentials(
                                        request -> request.userName("Ada").serviceName(GIT))
                                .serviceSpecificCredentials())
                .hasSize(1);
        assertThat(
                        iam.listServiceSpecificCredentials(request -> request.allUsers(true))
                                .serviceSpecificCredentials())
                .extracting(each -> each.userName())
                .containsExactlyInAnyOrder("Ada", "Ada", "Grace");
        assertThat(refusal(() -> create("s3.amazonaws.com")))
                .startsWith("404 NotSupportedService: ");
    }

    private List<ServiceSpecificCredentialMetadata> list(String user) {
        return iam.listServiceSpecificCredentials(request -> request.userName(user))
                .serviceSpecificCredentials();
    }

    private ServiceSpecificCredential create(String service) {
        return iam.createServiceSpecificCredential(
                        request -> request.userName("Ada").serviceName(service))
                .serviceSpecificCredential();
    }
}
