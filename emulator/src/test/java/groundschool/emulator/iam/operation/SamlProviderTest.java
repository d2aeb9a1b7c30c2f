package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.SelfSigned;
import groundschool.emulator.iam.CloudAccount;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderRequest;

/// Providers of SAML.
class SamlProviderTest {

    private static final String ARN = "arn:aws:iam::123456789012:saml-provider/Library";
    private static final String METADATA =
            """
            <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"
                entityID="https://id.example.com/saml" validUntil="2035-01-02T03:04:05Z">
              <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
                    Location="https://id.example.com/saml/sso"/>
              </IDPSSODescriptor>
              <!-- %s -->
            </EntityDescriptor>
            """
                    .formatted("x".repeat(1000));

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void is_as_good_as_its_metadata_say() {
        assertThat(make(METADATA)).isEqualTo(ARN);

        var shown = iam.getSAMLProvider(request -> request.samlProviderArn(ARN));
        assertThat(shown.samlMetadataDocument()).isEqualTo(METADATA);
        assertThat(shown.validUntil()).isEqualTo(Instant.parse("2035-01-02T03:04:05Z"));
        assertThat(shown.samlProviderUUID()).matches("[A-Z0-9]{22}");
        assertThat(iam.listSAMLProviders().samlProviderList())
                .extracting(SAMLProviderListEntry::arn)
                .containsExactly(ARN);
    }

    @Test
    void is_refused_if_its_metadata_describe_no_provider() {
        for (var metadata :
                List.of(
                        "x".repeat(1000),
                        METADATA.replace("IDPSSODescriptor", "SPSSODescriptor"),
                        METADATA.replace("2035-", "20XX-"),
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + METADATA)) {
            assertThat(refusal(() -> make(metadata)))
                    .isEqualTo("400 InvalidInput: Could not parse metadata");
        }
    }

    @Test
    void is_there_once_and_changed_and_deleted() {
        make(METADATA);
        assertThat(refusal(() -> make(METADATA))).startsWith("409 EntityAlreadyExists: ");

        iam.updateSAMLProvider(request ->
                request.samlProviderArn(ARN)
                        .samlMetadataDocument(METADATA.replace("2035", "2036")));
        iam.tagSAMLProvider(request ->
                request.samlProviderArn(ARN)
                        .tags(Tag.builder().key("Team").value("Books").build()));
        assertThat(iam.getSAMLProvider(request -> request.samlProviderArn(ARN)).validUntil())
                .isEqualTo(Instant.parse("2036-01-02T03:04:05Z"));
        assertThat(iam.listSAMLProviderTags(request -> request.samlProviderArn(ARN)).tags())
                .hasSize(1);
        iam.untagSAMLProvider(request -> request.samlProviderArn(ARN).tagKeys("Team"));
        iam.deleteSAMLProvider(request -> request.samlProviderArn(ARN));

        assertThat(refusal(() -> iam.getSAMLProvider(request -> request.samlProviderArn(ARN))))
                .isEqualTo("404 NoSuchEntity: Manifest not found for arn " + ARN);
    }

    /// The words are those of IAM's troubleshooting page.
    @Test
    void has_two_private_keys_at_most_and_one_if_it_wants_encrypted_assertions() {
        make(METADATA);
        var now = Instant.now();
        var pem = SelfSigned.of("key", now, now).privateKeyPem();
        assertThat(refusal(() -> update(change -> change.assertionEncryptionMode("Required"))))
                .isEqualTo(
                        "400 InvalidInput: Unable to set assertion encryption mode to Required"
                                + " because no private key is provided.");
        assertThat(refusal(() -> update(change -> change.addPrivateKey("none"))))
                .isEqualTo("400 InvalidInput: Invalid private key.");
        assertThat(refusal(() -> update(change -> {})))
                .startsWith("400 InvalidInput: Unable to update identity provider. No updates");

        update(change -> change.addPrivateKey(pem).assertionEncryptionMode("Required"));

        var shown = iam.getSAMLProvider(request -> request.samlProviderArn(ARN));
        assertThat(shown.assertionEncryptionModeAsString()).isEqualTo("Required");
        var id = shown.privateKeyList().getFirst().keyId();
        assertThat(id).matches("[A-Z0-9]{22}");
        assertThat(refusal(() -> update(change -> change.removePrivateKey(id))))
                .isEqualTo("400 InvalidInput: Failed to remove private key.");
        assertThat(refusal(() -> update(change -> change.removePrivateKey("A".repeat(22)))))
                .startsWith("400 InvalidInput: Failed to remove private key because the Key ID");
        assertThat(refusal(() -> update(change -> change.addPrivateKey(pem).removePrivateKey(id))))
                .startsWith("400 InvalidInput: Unable to add and remove private keys in the same");
        update(change -> change.addPrivateKey(pem));
        assertThat(refusal(() -> update(change -> change.addPrivateKey(pem))))
                .isEqualTo("409 LimitExceeded: Private key limit of 2 is reached.");
        update(change -> change.removePrivateKey(id));
    }

    private void update(Consumer<UpdateSamlProviderRequest.Builder> change) {
        iam.updateSAMLProvider(request -> change.accept(request.samlProviderArn(ARN)));
    }

    private String make(String metadata) {
        return iam.createSAMLProvider(
                        request -> request.name("Library").samlMetadataDocument(metadata))
                .samlProviderArn();
    }
}
