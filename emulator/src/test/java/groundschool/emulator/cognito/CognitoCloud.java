package groundschool.emulator.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.SignedJWT;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.cognito.message.Inbox;
import groundschool.emulator.cognito.message.Message;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An account with user pools, reached by the SDK over a real port, on a clock that stands still.
public final class CognitoCloud implements AutoCloseable {

    public static final String ACCOUNT = "111122223333";
    public static final String PASSWORD = "Correct-horse-1";

    public final TriggerRuntimes functions = new TriggerRuntimes();
    public final Emulator emulator;
    public final EmulatorServer server;
    public final AccessKey key;
    public final CognitoIdentityProviderClient admin;
    public final CognitoIdentityProviderClient anybody;

    public CognitoCloud() {
        this(Sandboxes.inMemory());
    }

    public CognitoCloud(Sandboxes sandboxes) {
        this(sandboxes, Optional.empty());
    }

    /// @param known a key that is there already
    public CognitoCloud(Sandboxes sandboxes, Optional<AccessKey> known) {
        try {
            emulator = new Emulator(sandboxes, InstantSource.system(), functions);
            server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        emulator.isAt(server.uri());
        key = known.orElseGet(() -> emulator.sandboxes().create(ACCOUNT));
        admin =
                client(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(key.id(), key.secret())));
        anybody = client(AnonymousCredentialsProvider.create());
        sandbox().clock().freeze();
    }

    private CognitoIdentityProviderClient client(AwsCredentialsProvider credentials) {
        return CognitoIdentityProviderClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(server.uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials)
                .overrideConfiguration(
                        configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    public Sandbox sandbox() {
        return emulator.sandboxes().open(key.sandbox());
    }

    public void advance(Duration time) {
        sandbox().clock().advance(time);
    }

    /// A pool that sends codes by e-mail.
    public String pool() {
        return pool(_ -> {});
    }

    public String pool(Consumer<CreateUserPoolRequest.Builder> more) {
        return admin.createUserPool(
                        pool -> {
                            pool.poolName("people")
                                    .autoVerifiedAttributes(VerifiedAttributeType.EMAIL);
                            more.accept(pool);
                        })
                .userPool()
                .id();
    }

    /// A public client that takes passwords.
    public String client(String pool) {
        return client(pool, _ -> {}).clientId();
    }

    public UserPoolClientType client(
            String pool, Consumer<CreateUserPoolClientRequest.Builder> more) {
        return admin.createUserPoolClient(
                        client -> {
                            client.userPoolId(pool)
                                    .clientName("web")
                                    .explicitAuthFlows(
                                            ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                                            ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH,
                                            ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH,
                                            ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH,
                                            ExplicitAuthFlowsType.ALLOW_CUSTOM_AUTH,
                                            ExplicitAuthFlowsType.ALLOW_USER_AUTH);
                            more.accept(client);
                        })
                .userPoolClient();
    }

    /// Somebody who has signed up, with an e-mail address, and is not confirmed.
    public String signUp(String client, String username) {
        return anybody.signUp(user ->
                        user.clientId(client)
                                .username(username)
                                .password(PASSWORD)
                                .userAttributes(
                                        AttributeType.builder()
                                                .name("email")
                                                .value(username + "@example.com")
                                                .build()))
                .userSub();
    }

    /// Somebody who may sign in.
    public String user(String client, String username) {
        var sub = signUp(client, username);
        anybody.confirmSignUp(
                code -> code.clientId(client).username(username).confirmationCode(code()));
        return sub;
    }

    /// What was sent, the newest first.
    public List<Message> inbox() {
        return Inbox.of(sandbox()).all();
    }

    /// The code that was sent last.
    public String code() {
        return inbox().getFirst().code().orElseThrow();
    }

    public InitiateAuthResponse begin(String client, AuthFlowType flow, String... namesAndValues) {
        return anybody.initiateAuth(request ->
                request.clientId(client).authFlow(flow).authParameters(map(namesAndValues)));
    }

    public RespondToAuthChallengeResponse answer(
            String client, ChallengeNameType challenge, String session, String... namesAndValues) {
        return anybody.respondToAuthChallenge(request ->
                request.clientId(client)
                        .challengeName(challenge)
                        .session(session)
                        .challengeResponses(map(namesAndValues)));
    }

    /// The tokens of somebody who signs in with the usual password.
    public AuthenticationResultType signIn(String client, String username) {
        return signIn(client, username, PASSWORD);
    }

    public AuthenticationResultType signIn(String client, String username, String password) {
        return begin(
                        client,
                        AuthFlowType.USER_PASSWORD_AUTH,
                        "USERNAME",
                        username,
                        "PASSWORD",
                        password)
                .authenticationResult();
    }

    /// A function that the pool may call; its ARN.
    public String function(String pool) {
        call(
                "iam",
                "CreateRole",
                """
                {"RoleName": "worker", "AssumeRolePolicyDocument": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"sts:AssumeRole\\",\\"Principal\\":{\\"Service\\":\\"lambda.amazonaws.com\\"}}]}"}
                """);
        var arn =
                call(
                                "lambda",
                                "CreateFunction",
                                """
                                {"FunctionName": "trigger", "Runtime": "python3.12", "Handler": "app.handler",
                                 "Role": "arn:aws:iam::111122223333:role/worker", "Code": {"ZipFile": "%s"}}
                                """
                                        .formatted(zip()))
                        .path("FunctionArn")
                        .asString();
        allow(pool);
        return arn;
    }

    private void allow(String pool) {
        call(
                "lambda",
                "AddPermission",
                """
                {"FunctionName": "trigger", "StatementId": "pool", "Action": "lambda:InvokeFunction",
                 "Principal": "cognito-idp.amazonaws.com",
                 "SourceArn": "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/%s"}
                """
                        .formatted(pool));
    }

    private static String zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("app.py"));
            zip.write("def handler(event, context): return event".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /// Calls an operation of any service as the owner.
    public JsonNode call(String service, String operation, String input) {
        var owner = new Caller(sandbox(), key.principal(), "eu-west-1");
        return emulator.perform(owner, service, operation, JsonMapper.shared().readTree(input));
    }

    public static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    public static Map<String, String> map(String... namesAndValues) {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return all;
    }

    /// What the service says to a call that it refuses.
    public static String refusal(ThrowingCallable call) {
        var refusal = catchThrowableOfType(CognitoIdentityProviderException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.awsErrorDetails().errorCode()
                + ": "
                + refusal.awsErrorDetails().errorMessage();
    }

    public static Map<String, Object> claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().toJSONObject();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        admin.close();
        anybody.close();
        server.close();
        emulator.close();
    }
}
