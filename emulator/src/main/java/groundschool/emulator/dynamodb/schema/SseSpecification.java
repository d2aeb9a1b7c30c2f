package groundschool.emulator.dynamodb.schema;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;

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

    /// @throws groundschool.emulator.AwsException if the parts do not go together
    public void check() {
        if (!enabled.orElse(false)) {
            if (sseType.isPresent()) {
                throw invalidParameters("SSEType can not be specified if Enabled is false");
            }
            if (kmsMasterKeyId.isPresent()) {
                throw invalidParameters("KMSMasterKeyId can not be specified if Enabled is false");
            }
            return;
        }
        if (sseType.equals(Optional.of("AES256"))) {
            throw invalidParameters("SSEType AES256 is not supported");
        }
        if (kmsMasterKeyId.isPresent() && sseType.isEmpty()) {
            throw invalidParameters("SSEType KMS is required if KMSMasterKeyId is specified");
        }
    }

    /// The ARN of the key, if the table is to be encrypted with one of KMS. Unlike AWS, where the
    /// key must exist.
    public Optional<String> keyArn(Call call) {
        if (!enabled.orElse(false)) {
            return Optional.empty();
        }
        return Optional.of(keyArn(kmsMasterKeyId.orElse(OWN_KEY), call));
    }

    /// The ARN of AWS's own key for DynamoDB, in the call's Region.
    public static String ownKeyArn(Call call) {
        return keyArn(OWN_KEY, call);
    }

    /// The ARN of a key that is named by its ID, an alias or its ARN.
    public static String keyArn(String key, Call call) {
        if (key.startsWith("arn:")) {
            return key;
        }
        return call.arn("kms", "key/" + (key.startsWith("alias/") ? idOf(key, call) : key));
    }

    /// The same for every table of an account in a Region.
    private static UUID idOf(String alias, Call call) {
        var name = call.arn("kms", alias).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name);
    }
}
