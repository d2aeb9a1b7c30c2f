package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.SelfSigned;
import groundschool.emulator.iam.CloudAccount;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.SigningCertificate;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

/// Certificates that users sign requests of old with.
class SigningCertificateTest {

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
    void is_listed_switched_off_and_deleted_before_its_user() {
        var body = certificate();
        var uploaded = upload(body);

        assertThat(uploaded.certificateId()).matches("[A-Z0-9]{32}");
        assertThat(uploaded.certificateBody()).isEqualTo(body);
        iam.updateSigningCertificate(request ->
                request.userName("Ada")
                        .certificateId(uploaded.certificateId())
                        .status(StatusType.INACTIVE));
        assertThat(iam.listSigningCertificates(request -> request.userName("Ada")).certificates())
                .singleElement()
                .satisfies(each -> assertThat(each.status()).isEqualTo(StatusType.INACTIVE));
        assertThat(refusal(() -> iam.deleteUser(request -> request.userName("Ada"))))
                .isEqualTo(
                        "409 DeleteConflict: Cannot delete entity, must delete signing certificates"
                                + " first.");
        delete(uploaded);
        assertThat(refusal(() -> delete(uploaded)))
                .isEqualTo(
                        "404 NoSuchEntity: The Certificate with id %s cannot be found."
                                .formatted(uploaded.certificateId()));
        iam.deleteUser(request -> request.userName("Ada"));
    }

    @Test
    void is_refused_if_it_is_none_or_there_already_or_the_third() {
        assertThat(refusal(() -> upload("none")))
                .isEqualTo(
                        "400 MalformedCertificate: Unable to parse certificate. Please ensure the"
                                + " certificate is in PEM format.");
        var body = certificate();
        upload(body);
        assertThat(refusal(() -> upload(body))).startsWith("409 DuplicateCertificate: ");
        upload(certificate());
        assertThat(refusal(() -> upload(certificate())))
                .isEqualTo(
                        "409 LimitExceeded: Cannot exceed quota for SigningCertificatesPerUser: 2");
    }

    @Test
    void of_root_counts_in_the_account_s_summary() {
        var root = account.iam(account.root());
        assertThat(summary()).isZero();

        root.uploadSigningCertificate(request -> request.certificateBody(certificate()));

        assertThat(summary()).isOne();
    }

    private int summary() {
        return Optional.ofNullable(
                        iam.getAccountSummary()
                                .summaryMap()
                                .get(SummaryKeyType.ACCOUNT_SIGNING_CERTIFICATES_PRESENT))
                .orElseThrow();
    }

    private static String certificate() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        return SelfSigned.of("Ada", now, now.plusSeconds(86_400)).pem();
    }

    private SigningCertificate upload(String body) {
        return iam.uploadSigningCertificate(
                        request -> request.userName("Ada").certificateBody(body))
                .certificate();
    }

    private void delete(SigningCertificate certificate) {
        iam.deleteSigningCertificate(
                request -> request.userName("Ada").certificateId(certificate.certificateId()));
    }
}
