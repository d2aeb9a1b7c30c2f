package groundschool.emulator.iam;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.Emulator;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.identity.Grants;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.User;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sdk.EmulatorHttpClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/// An account with one administrator, spoken to by the AWS SDK for Java 2.
public final class CloudAccount implements AutoCloseable {

    public static final String ID = "123456789012";

    private final Emulator emulator;
    private final AccessKey administrator;

    public CloudAccount() {
        this(new Emulator(Sandboxes.inMemory()));
    }

    private CloudAccount(Emulator emulator) {
        this.emulator = emulator;
        this.administrator = emulator.sandboxes().create(ID);
    }

    public Emulator emulator() {
        return emulator;
    }

    public AwsCredentials administratorCredentials() {
        return credentials(administrator);
    }

    /// Another sandbox of the same emulator, whose account has the same number.
    public CloudAccount neighbour() {
        return new CloudAccount(emulator);
    }

    /// IAM, called by the administrator.
    public IamClient iam() {
        return iam(credentials(administrator));
    }

    /// IAM, called by whoever holds these credentials.
    public IamClient iam(AwsCredentials credentials) {
        return iam(credentials, Region.AWS_GLOBAL);
    }

    /// IAM, called in that Region.
    public IamClient iam(AwsCredentials credentials, Region region) {
        return IamClient.builder()
                .httpClient(new EmulatorHttpClient(emulator))
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .region(region)
                .build();
    }

    /// STS, called by whoever holds these credentials.
    public StsClient sts(AwsCredentials credentials) {
        return StsClient.builder()
                .httpClient(new EmulatorHttpClient(emulator))
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .region(Region.EU_WEST_1)
                .build();
    }

    /// STS, called without a signature.
    public StsClient anonymousSts() {
        return StsClient.builder()
                .httpClient(new EmulatorHttpClient(emulator))
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .region(Region.EU_WEST_1)
                .build();
    }

    /// DynamoDB, called by whoever holds these credentials.
    public DynamoDbClient dynamoDb(AwsCredentials credentials) {
        return DynamoDbClient.builder()
                .httpClient(new EmulatorHttpClient(emulator))
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .region(Region.EU_WEST_1)
                .build();
    }

    /// The credentials of a new user, which may do nothing yet.
    public AwsCredentials user(String name) {
        iam().createUser(request -> request.userName(name));
        return key(name);
    }

    /// The credentials of a new key of a user.
    public AwsCredentials key(String userName) {
        var key = iam().createAccessKey(request -> request.userName(userName)).accessKey();
        return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
    }

    /// The credentials of root.
    public AwsCredentials root() {
        var root = sandbox().keys().mint(new Principal.Root(ID));
        return credentials(root);
    }

    /// Writes a policy into a user that allows an action on everything.
    public void allow(String userName, String action) {
        iam().putUserPolicy(request ->
                request.userName(userName)
                        .policyName("allow-" + action.replace(':', '-').replace("*", "all"))
                        .policyDocument(policy("Allow", action)));
    }

    /// Makes a role that may do nothing, and whom that policy lets assume it.
    public void role(String name, String trust) {
        var sandbox = sandbox();
        sandbox.storage()
                .transition(() ->
                        sandbox.state(Iam.SERVICE)
                                .put(
                                        new Role(
                                                "/",
                                                name,
                                                "AROAABCDEFGHIJKLMNOPQ",
                                                sandbox.clock().now(),
                                                trust,
                                                Optional.empty(),
                                                3600,
                                                List.of(),
                                                Grants.NONE,
                                                Optional.empty())));
    }

    /// All that is kept of its users, as it is kept.
    public String stored() {
        var sandbox = sandbox();
        return sandbox.storage()
                .transition(() ->
                        sandbox.state(Iam.SERVICE)
                                .users()
                                .map(new JsonFormat<>(User.class)::write)
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                                .collect(Collectors.joining()));
    }

    /// A policy about an action on everything.
    public static String policy(String effect, String action) {
        return """
        {"Version": "2012-10-17",
         "Statement": [{"Effect": "%s", "Action": "%s", "Resource": "*"}]}\
        """
                .formatted(effect, action);
    }

    public Sandbox sandbox() {
        return emulator.sandboxes().open(administrator.sandbox());
    }

    /// Why a call is refused: the status, the code and the message.
    public static String refusal(ThrowingCallable call) {
        var refusal = catchThrowableOfType(AwsServiceException.class, call);
        var details = refusal.awsErrorDetails();
        return "%d %s: %s"
                .formatted(refusal.statusCode(), details.errorCode(), details.errorMessage());
    }

    public static AwsCredentials session(Credentials credentials) {
        return AwsSessionCredentials.create(
                credentials.accessKeyId(),
                credentials.secretAccessKey(),
                credentials.sessionToken());
    }

    private static AwsCredentials credentials(AccessKey key) {
        return AwsBasicCredentials.create(key.id(), key.secret());
    }

    @Override
    public void close() {
        emulator.close();
    }
}
