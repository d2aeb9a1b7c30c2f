package groundschool.emulator.dynamodb.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Call;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// Whether a table is encrypted with a key of KMS instead of one that DynamoDB owns.
///
/// Source:
/// [SSESpecification](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html)
///
/// @param kmsMasterKeyId an ID, an alias or an ARN; without one it is AWS's own key for DynamoDB
public record SseSpecification(
        Optional<Boolean> enabled,
        @JsonProperty("SSEType") Optional<String> sseType,
        @JsonProperty("KMSMasterKeyId") Optional<String> kmsMasterKeyId) {

    private static final String OWN_KEY = "alias/aws/dynamodb";

    /// The ARN of the key, if the table is to be encrypted with one of KMS. Unlike AWS, where the
    /// key must exist.
    public Optional<String> keyArn(Call call) {
        if (!enabled.orElse(false)) {
            return Optional.empty();
        }
        var key = kmsMasterKeyId.orElse(OWN_KEY);
        if (key.startsWith("arn:")) {
            return Optional.of(key);
        }
        return Optional.of(
                call.arn("kms", "key/" + (key.startsWith("alias/") ? idOf(key, call) : key)));
    }

    /// The same for every table of an account in a Region.
    private static UUID idOf(String alias, Call call) {
        var name = call.arn("kms", alias).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name);
    }
}
