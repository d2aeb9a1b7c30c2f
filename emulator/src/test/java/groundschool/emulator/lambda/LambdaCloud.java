package groundschool.emulator.lambda;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.Runtime;

/// An account with a role for functions, reached by the SDK over a real port.
final class LambdaCloud implements AutoCloseable {

    static final String ACCOUNT = "111122223333";
    static final String ROLE = "arn:aws:iam::111122223333:role/worker";
    static final String ARN = "arn:aws:lambda:eu-west-1:111122223333:function:";

    final ScriptedRuntimes runtimes = new ScriptedRuntimes();
    final Emulator emulator;
    final EmulatorServer server;
    final AccessKey key;
    final LambdaClient lambda;
    final IamClient iam;

    LambdaCloud() {
        this(Sandboxes.inMemory());
    }

    LambdaCloud(Sandboxes sandboxes) {
        try {
            emulator = new Emulator(sandboxes, InstantSource.system(), runtimes);
            server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        key = emulator.sandboxes().create(ACCOUNT);
        lambda = lambda(key);
        iam =
                IamClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .endpointOverride(server.uri())
                        .region(Region.AWS_GLOBAL)
                        .credentialsProvider(credentials(key))
                        .build();
        iam.createRole(role ->
                role.roleName("worker")
                        .assumeRolePolicyDocument(
                                """
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                                 "Principal":{"Service":"lambda.amazonaws.com"}}]}
                                """));
    }

    /// Has done what is due now, and then what is due by then, and waits for it.
    void advance(Duration duration) {
        rest();
        sandbox().clock().advance(duration);
        rest();
    }

    private void rest() {
        var end = Instant.now().plusSeconds(60);
        while (!sandbox().clock().isAtRest()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("What is due is still not done after a minute.");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    LambdaClient lambda(AccessKey of) {
        return LambdaClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(server.uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials(of))
                .overrideConfiguration(
                        configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    private static StaticCredentialsProvider credentials(AccessKey key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
    }

    Sandbox sandbox() {
        return emulator.sandboxes().open(key.sandbox());
    }

    CreateFunctionResponse create(String name) {
        return create(name, _ -> {});
    }

    CreateFunctionResponse create(String name, Consumer<CreateFunctionRequest.Builder> more) {
        return lambda.createFunction(request -> {
            request.functionName(name)
                    .runtime(Runtime.PYTHON3_12)
                    .handler("app.handler")
                    .role(ROLE)
                    .code(code -> code.zipFile(zip("app.py", "def handler(e, c): return e")));
            more.accept(request);
        });
    }

    static SdkBytes zip(String... namesAndTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }

    @Override
    public void close() {
        lambda.close();
        iam.close();
        server.close();
        emulator.close();
    }
}
