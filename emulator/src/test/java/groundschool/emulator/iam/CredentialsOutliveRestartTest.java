package groundschool.emulator.iam;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.SelfSigned;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What users have besides access keys is there again when the emulator is.
class CredentialsOutliveRestartTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path data;

    private Optional<AccessKey> key = Optional.empty();

    @Test
    void as_server_certificates_and_settings_do() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var site = SelfSigned.of("www.example.com", now, now.plusSeconds(86_400));

        var uploaded =
                call(
                                "UploadSigningCertificate",
                                input().put("CertificateBody", site.pem())
                                        .put("UserName", "learner"))
                        .path("Certificate");
        call("UploadSSHPublicKey", ssh(site));
        call(
                "CreateServiceSpecificCredential",
                input().put("UserName", "learner")
                        .put("ServiceName", "bedrock.amazonaws.com")
                        .put("CredentialAgeDays", 30));
        call(
                "UploadServerCertificate",
                input().put("ServerCertificateName", "site")
                        .put("CertificateBody", site.pem())
                        .put("PrivateKey", site.privateKeyPem()));
        call(
                "SetSecurityTokenServicePreferences",
                input().put("GlobalEndpointTokenVersion", "v2Token"));

        var mine = input().put("UserName", "learner");
        assertThat(call("ListSigningCertificates", mine).path("Certificates").get(0))
                .isEqualTo(uploaded);
        assertThat(call("ListSSHPublicKeys", mine).path("SSHPublicKeys")).hasSize(1);
        assertThat(call("ListServiceSpecificCredentials", mine).path("ServiceSpecificCredentials"))
                .singleElement()
                .satisfies(each -> assertThat(each.has("ExpirationDate")).isTrue());
        var summary = call("GetAccountSummary", input()).path("SummaryMap");
        assertThat(summary.path("ServerCertificates").asInt()).isOne();
        assertThat(summary.path("GlobalEndpointTokenVersion").asInt()).isEqualTo(2);
    }

    private static ObjectNode ssh(SelfSigned pair) {
        var body = SelfSigned.pem("PUBLIC KEY", pair.keys().getPublic().getEncoded());
        return input().put("UserName", "learner").put("SSHPublicKeyBody", body);
    }

    private static ObjectNode input() {
        return JSON.createObjectNode();
    }

    /// The answer of an emulator that is started for this call alone.
    private JsonNode call(String operation, ObjectNode input) {
        try (var emulator = new Emulator(Sandboxes.at(data, Durability.WRITE))) {
            var mine = key.orElseGet(() -> emulator.sandboxes().create(CloudAccount.ID));
            key = Optional.of(mine);
            var sandbox = emulator.sandboxes().open(mine.sandbox());
            return emulator.perform(
                    new Caller(sandbox, mine.principal(), "eu-west-1"), "iam", operation, input);
        }
    }
}
