package groundschool.emulator.kms;

import groundschool.emulator.iam.CloudAccount;
import groundschool.emulator.sdk.EmulatorHttpClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;

/// An account with keys, on a clock that stands still, spoken to by the AWS SDK for Java 2.
final class Keyring implements AutoCloseable {

    static final String ACCOUNT = CloudAccount.ID;

    private final CloudAccount account = new CloudAccount();
    private final KmsClient kms = kms(account.administratorCredentials());

    Keyring() {
        account.sandbox().clock().freeze();
    }

    CloudAccount account() {
        return account;
    }

    /// KMS, called by the administrator.
    KmsClient kms() {
        return kms;
    }

    /// KMS, called by whoever holds these credentials.
    KmsClient kms(AwsCredentials credentials) {
        return kms(credentials, Region.EU_WEST_1);
    }

    KmsClient kms(AwsCredentials credentials, Region region) {
        return KmsClient.builder()
                .httpClient(new EmulatorHttpClient(account.emulator()))
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .region(region)
                .build();
    }

    /// The ID of a new symmetric key.
    String key() {
        return key(_ -> {});
    }

    String key(Consumer<CreateKeyRequest.Builder> request) {
        return kms.createKey(request).keyMetadata().keyId();
    }

    static String arn(String keyId) {
        return "arn:aws:kms:eu-west-1:%s:key/%s".formatted(ACCOUNT, keyId);
    }

    static SdkBytes bytes(String text) {
        return SdkBytes.fromString(text, StandardCharsets.UTF_8);
    }

    SdkBytes encrypt(String keyId, String text) {
        return kms.encrypt(request -> request.keyId(keyId).plaintext(bytes(text))).ciphertextBlob();
    }

    String decrypt(SdkBytes blob) {
        return kms.decrypt(request -> request.ciphertextBlob(blob)).plaintext().asUtf8String();
    }

    @Override
    public void close() {
        account.close();
    }
}
