package groundschool.emulator.kms;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keys, and people whom identity pools know, are there again when the emulator is.
class KeysOutliveRestartTest {

    @TempDir Path data;

    private Optional<AccessKey> key = Optional.empty();

    @Test
    void and_read_what_they_wrote_before() {
        var id = call("kms", "CreateKey", "{}").at("/KeyMetadata/KeyId").asString();
        call(
                "kms",
                "CreateAlias",
                "{\"AliasName\": \"alias/data\", \"TargetKeyId\": \"%s\"}".formatted(id));
        var blob =
                call("kms", "Encrypt", "{\"KeyId\": \"alias/data\", \"Plaintext\": \"c2VjcmV0\"}")
                        .path("CiphertextBlob")
                        .asString();

        assertThat(
                        call("kms", "Decrypt", "{\"CiphertextBlob\": \"%s\"}".formatted(blob))
                                .path("Plaintext")
                                .asString())
                .isEqualTo("c2VjcmV0");
    }

    @Test
    void and_so_are_identities_with_the_key_of_their_tokens() {
        var pool =
                call(
                                "cognito-identity",
                                "CreateIdentityPool",
                                "{\"IdentityPoolName\": \"shop\", \"AllowClassicFlow\": true, \"AllowUnauthenticatedIdentities\": true}")
                        .path("IdentityPoolId")
                        .asString();
        var identity =
                call("cognito-identity", "GetId", "{\"IdentityPoolId\": \"%s\"}".formatted(pool))
                        .path("IdentityId")
                        .asString();

        assertThat(
                        call(
                                        "cognito-identity",
                                        "GetOpenIdToken",
                                        "{\"IdentityId\": \"%s\"}".formatted(identity))
                                .path("Token")
                                .asString())
                .matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    /// The answer of an emulator that is started for this call alone.
    private JsonNode call(String service, String operation, String input) {
        try (var emulator = new Emulator(Sandboxes.at(data, Durability.WRITE))) {
            var mine = key.orElseGet(() -> emulator.sandboxes().create(Keyring.ACCOUNT));
            key = Optional.of(mine);
            var caller =
                    new Caller(
                            emulator.sandboxes().open(mine.sandbox()),
                            mine.principal(),
                            "eu-west-1");
            return emulator.perform(
                    caller, service, operation, JsonMapper.shared().readTree(input));
        }
    }
}
