package groundschool.emulator.s3;

import groundschool.emulator.Emulator;
import groundschool.emulator.Headers;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// An account with buckets, reached by the SDK over a real port.
final class S3Cloud implements AutoCloseable {

    static final String ACCOUNT = "111122223333";

    final Emulator emulator;
    final EmulatorServer server;
    final AccessKey key;
    final S3Client s3;

    S3Cloud() {
        this(Sandboxes.inMemory());
    }

    S3Cloud(Sandboxes sandboxes) {
        try {
            emulator = new Emulator(sandboxes);
            server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        key = emulator.sandboxes().create(ACCOUNT);
        s3 = client(key);
    }

    S3Client client(AccessKey of) {
        return client(of, _ -> {});
    }

    S3Client client(AccessKey of, Consumer<S3ClientBuilder> more) {
        var builder =
                S3Client.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .endpointOverride(server.uri())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(credentials(of))
                        .overrideConfiguration(configuration ->
                                configuration.retryStrategy(retry -> retry.maxAttempts(1)));
        more.accept(builder);
        return builder.build();
    }

    /// A user with just that policy.
    S3Client user(String name, String policy) {
        try (var iam =
                IamClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .endpointOverride(server.uri())
                        .region(Region.AWS_GLOBAL)
                        .credentialsProvider(credentials(key))
                        .build()) {
            iam.createUser(user -> user.userName(name));
            if (!policy.isEmpty()) {
                iam.putUserPolicy(
                        put -> put.userName(name).policyName("only").policyDocument(policy));
            }
            var made = iam.createAccessKey(create -> create.userName(name)).accessKey();
            return client(emulator.sandboxes().key(made.accessKeyId()).orElseThrow());
        }
    }

    static StaticCredentialsProvider credentials(AccessKey key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
    }

    Sandbox sandbox() {
        return emulator.sandboxes().open(key.sandbox());
    }

    void bucket(String name) {
        s3.createBucket(create ->
                create.bucket(name)
                        .createBucketConfiguration(where -> where.locationConstraint("eu-west-1")));
    }

    PutObjectResponse put(String bucket, String key, String text) {
        return put(bucket, key, text, _ -> {});
    }

    PutObjectResponse put(
            String bucket, String key, String text, Consumer<PutObjectRequest.Builder> more) {
        return s3.putObject(
                put -> {
                    put.bucket(bucket).key(key);
                    more.accept(put);
                },
                RequestBody.fromString(text));
    }

    String get(String bucket, String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
    }

    /// A link by which others get an object.
    String link(String bucket, String objectKey, Duration lasts) {
        try (var presigner =
                S3Presigner.builder()
                        .endpointOverride(server.uri())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(credentials(key))
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(true).build())
                        .build()) {
            return presigner
                    .presignGetObject(link ->
                            link.signatureDuration(lasts)
                                    .getObjectRequest(get -> get.bucket(bucket).key(objectKey)))
                    .url()
                    .toString();
        }
    }

    URI uri(String path) {
        return server.uri().resolve(path);
    }

    /// A request without a signature.
    HttpResponse<String> send(String method, String path, String... headers) {
        return sendBody(method, path, "", headers);
    }

    HttpResponse<String> sendBody(String method, String path, String body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(server.uri() + path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What is answered at a name of its own, which not every machine can resolve.
    Answer at(String host, String path) {
        var answer =
                emulator.handle(
                        groundschool.emulator.HttpRequest.of(
                                "GET", path, "", Headers.of("Host", host + ":4566"), new byte[0]));
        return new Answer(
                answer.status(),
                answer.headers(),
                new String(answer.bytes(), StandardCharsets.UTF_8));
    }

    record Answer(int status, Headers headers, String body) {
        Optional<String> header(String name) {
            return headers.first(name);
        }
    }

    @Override
    public void close() {
        s3.close();
        server.close();
        emulator.close();
    }
}
