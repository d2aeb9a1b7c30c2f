package groundschool.emulator.iam;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sdk.EmulatorHttpClient;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/// An account with an administrator, spoken to with the AWS SDK for Java as anybody with a key.
public final class AwsAccount implements AutoCloseable {

    /// Its number.
    public static final String NUMBER = "123456789012";

    private final Emulator emulator;
    private final Sandbox sandbox;
    private final AwsCredentials administrator;

    public AwsAccount() {
        this(new Emulator(Sandboxes.inMemory()));
    }

    public AwsAccount(Emulator emulator) {
        this.emulator = emulator;
        var key = emulator.sandboxes().create(NUMBER);
        sandbox = emulator.sandboxes().open(key.sandbox());
        administrator = AwsBasicCredentials.create(key.id(), key.secret());
    }

    public Emulator emulator() {
        return emulator;
    }

    /// Where its time is told.
    public Sandbox sandbox() {
        return sandbox;
    }

    public AwsCredentials administrator() {
        return administrator;
    }

    public IamClient iam() {
        return iam(administrator);
    }

    public IamClient iam(AwsCredentials credentials) {
        return client(IamClient.builder(), credentials);
    }

    public StsClient sts() {
        return sts(administrator);
    }

    public StsClient sts(AwsCredentials credentials) {
        return client(StsClient.builder(), credentials);
    }

    public DynamoDbClient dynamoDb(AwsCredentials credentials) {
        return client(DynamoDbClient.builder(), credentials);
    }

    /// Somebody with a key and one policy.
    public AwsCredentials userWith(String name, String policy) {
        iam().createUser(request -> request.userName(name));
        sandbox.storage()
                .transition(() -> {
                    var identities = sandbox.state(Iam.SERVICE);
                    var user = identities.user(name).orElseThrow();
                    identities.put(user.with(user.grants().put("own", policy)));
                });
        var key = iam().createAccessKey(request -> request.userName(name)).accessKey();
        return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
    }

    /// As STS hands them out.
    public static AwsCredentials of(Credentials credentials) {
        return AwsSessionCredentials.create(
                credentials.accessKeyId(),
                credentials.secretAccessKey(),
                credentials.sessionToken());
    }

    /// Why a call is refused.
    public static String refusal(ThrowingCallable call) {
        var refusal = catchThrowableOfType(AwsServiceException.class, call);
        return "%d %s: %s"
                .formatted(
                        refusal.statusCode(),
                        refusal.awsErrorDetails().errorCode(),
                        refusal.awsErrorDetails().errorMessage());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, AwsCredentials credentials) {
        return builder.httpClient(new EmulatorHttpClient(emulator))
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .region(Region.EU_WEST_1)
                .build();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
