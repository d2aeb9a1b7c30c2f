package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.SelfSigned;
import groundschool.emulator.iam.CloudAccount;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ServerCertificate;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;
import software.amazon.awssdk.services.iam.model.Tag;

/// Certificates that load balancers show.
class ServerCertificateTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();
    private final SelfSigned site = SelfSigned.of("www.example.com", FROM, UNTIL);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void is_shown_without_its_private_key() {
        var metadata = upload("site", site, site.privateKeyPem());

        assertThat(metadata.arn()).isEqualTo("arn:aws:iam::123456789012:server-certificate/site");
        assertThat(metadata.serverCertificateId()).matches("ASCA[A-Z0-9]{17}");
        assertThat(metadata.expiration()).isEqualTo(UNTIL);
        var shown = get("site");
        assertThat(shown.serverCertificateMetadata()).isEqualTo(metadata);
        assertThat(shown.certificateBody()).isEqualTo(site.pem());
        assertThat(shown.tags()).isEmpty();
        assertThat(iam.listServerCertificates().serverCertificateMetadataList())
                .containsExactly(metadata);
        assertThat(iam.getAccountSummary().summaryMap())
                .containsEntry(SummaryKeyType.SERVER_CERTIFICATES, 1);
        assertThat(account.sandbox().ledger().entries())
                .noneSatisfy(entry ->
                        assertThat(entry.input().toString()).contains("BEGIN PRIVATE KEY"));
    }

    /// The answer to a name that is not there is AWS's recorded one.
    @Test
    void is_renamed_tagged_and_deleted() {
        upload("site", site, site.privateKeyPem());

        iam.updateServerCertificate(request ->
                request.serverCertificateName("site")
                        .newServerCertificateName("shop")
                        .newPath("/cloudfront/"));
        iam.tagServerCertificate(request ->
                request.serverCertificateName("shop")
                        .tags(Tag.builder().key("Team").value("Books").build()));

        assertThat(get("shop").serverCertificateMetadata().arn())
                .isEqualTo("arn:aws:iam::123456789012:server-certificate/cloudfront/shop");
        assertThat(
                        iam.listServerCertificateTags(
                                        request -> request.serverCertificateName("shop"))
                                .tags())
                .hasSize(1);
        assertThat(
                        iam.listServerCertificates(request -> request.pathPrefix("/other/"))
                                .serverCertificateMetadataList())
                .isEmpty();
        iam.untagServerCertificate(
                request -> request.serverCertificateName("shop").tagKeys("Team"));
        assertThat(get("shop").tags()).isEmpty();
        iam.deleteServerCertificate(request -> request.serverCertificateName("shop"));
        assertThat(refusal(() -> get("shop")))
                .isEqualTo(
                        "404 NoSuchEntity: The Server Certificate with name shop cannot be found.");
    }

    @Test
    void is_refused_if_it_and_its_key_are_not_a_pair_or_are_none() {
        var other = SelfSigned.of("other.example.com", FROM, UNTIL);

        assertThat(refusal(() -> upload("site", site, other.privateKeyPem())))
                .startsWith("400 KeyPairMismatch: ");
        assertThat(refusal(() -> upload("site", site, "none")))
                .startsWith("400 MalformedCertificate: ");
        assertThat(
                        refusal(() ->
                                iam.uploadServerCertificate(request ->
                                        request.serverCertificateName("site")
                                                .certificateBody(site.pem())
                                                .privateKey(site.privateKeyPem())
                                                .certificateChain(other.pem()))))
                .startsWith(
                        "400 MalformedCertificate: Unable to validate certificate chain. The"
                                + " certificate chain must start with the immediate signing"
                                + " certificate, followed by any intermediaries in order.");
        upload("site", site, site.privateKeyPem());
        assertThat(refusal(() -> upload("site", site, site.privateKeyPem())))
                .isEqualTo(
                        "409 EntityAlreadyExists: The Server Certificate with name site already"
                                + " exists.");
    }

    private ServerCertificateMetadata upload(String name, SelfSigned certificate, String key) {
        return iam.uploadServerCertificate(request ->
                        request.serverCertificateName(name)
                                .certificateBody(certificate.pem())
                                .privateKey(key))
                .serverCertificateMetadata();
    }

    private ServerCertificate get(String name) {
        return iam.getServerCertificate(request -> request.serverCertificateName(name))
                .serverCertificate();
    }
}
