package groundschool.emulator.apigateway;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.lambda.runtime.Runtimes;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.PutMethodRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;

/// An account with functions and APIs, reached by the SDK over a real port, and by plain HTTP.
public final class ApiCloud implements AutoCloseable {

    public static final String ACCOUNT = "111122223333";
    public static final String ROLE = "arn:aws:iam::111122223333:role/worker";

    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
             "Principal":{"Service":["lambda.amazonaws.com","apigateway.amazonaws.com"]}}]}
            """;

    public final ScriptedFunctions functions = new ScriptedFunctions();
    public final Emulator emulator;
    public final EmulatorServer server;
    public final AccessKey key;
    public final ApiGatewayClient gateway;
    public final LambdaClient lambda;
    public final IamClient iam;
    private final HttpClient http = HttpClient.newHttpClient();

    public ApiCloud() {
        this(Sandboxes.inMemory());
    }

    public ApiCloud(Sandboxes sandboxes) {
        this(sandboxes, Optional.empty());
    }

    /// @param runtimes where functions run; absent if the test says what they do
    public ApiCloud(Sandboxes sandboxes, Optional<Runtimes> runtimes) {
        try {
            emulator = new Emulator(sandboxes, InstantSource.system(), runtimes.orElse(functions));
            server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        key =
                sandboxes.keys().stream()
                        .findFirst()
                        .orElseGet(() -> emulator.sandboxes().create(ACCOUNT));
        // The JDK's older client knows no PATCH.
        gateway = client(ApiGatewayClient.builder().httpClientBuilder(Apache5HttpClient.builder()));
        lambda = client(LambdaClient.builder().httpClientBuilder(Apache5HttpClient.builder()));
        iam = client(IamClient.builder().httpClientBuilder(Apache5HttpClient.builder()));
    }

    public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, server.uri());
    }

    /// A client of what is at a place of its own.
    public <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return client(builder, endpoint, key.id(), key.secret());
    }

    /// The same with somebody else's key.
    public <B extends AwsClientBuilder<B, C>, C> C client(
            B builder, URI endpoint, String keyId, String secret) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
                .overrideConfiguration(
                        configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    public Sandbox sandbox() {
        return emulator.sandboxes().open(key.sandbox());
    }

    /// A role that Lambda and the gateway may assume.
    public void role() {
        iam.createRole(role -> role.roleName("worker").assumeRolePolicyDocument(TRUST));
    }

    /// A function, which anybody's API may call.
    public String function(String name) {
        return function(name, "def handler(e, c): return e");
    }

    /// The same with code in Python.
    public String function(String name, String code) {
        if (iam.listRoles().roles().isEmpty()) {
            role();
        }
        var arn =
                lambda.createFunction(request ->
                                request.functionName(name)
                                        .runtime(Runtime.PYTHON3_12)
                                        .handler("app.handler")
                                        .role(ROLE)
                                        .code(packed -> packed.zipFile(FunctionCode.zip(code))))
                        .functionArn();
        lambda.addPermission(request ->
                request.functionName(name)
                        .statementId("api")
                        .action("lambda:InvokeFunction")
                        .principal("apigateway.amazonaws.com"));
        return arn;
    }

    /// What an integration or an authorizer calls a function by.
    public static String uri(String functionArn) {
        return "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/%s/invocations"
                .formatted(functionArn);
    }

    /// Where a path of an API is, signed in its query by the account's own key.
    public URI presigned(String scheme, String path) {
        var signed =
                AwsV4HttpSigner.create()
                        .sign(request ->
                                request.identity(AwsBasicCredentials.create(key.id(), key.secret()))
                                        .request(
                                                SdkHttpRequest.builder()
                                                        .method(SdkHttpMethod.GET)
                                                        .uri(server.uri().resolve(path))
                                                        .build())
                                        .putProperty(
                                                AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                                        .putProperty(
                                                AwsV4HttpSigner.AUTH_LOCATION,
                                                AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                                        .putProperty(
                                                AwsV4HttpSigner.EXPIRATION_DURATION,
                                                Duration.ofMinutes(1)));
        return URI.create(signed.request().getUri().toString().replaceFirst("^http", scheme));
    }

    public String api(String name) {
        return gateway.createRestApi(request -> request.name(name)).id();
    }

    public String root(String api) {
        return gateway.getRestApi(request -> request.restApiId(api)).rootResourceId();
    }

    /// A resource at a path, with all that is above it.
    public String resource(String api, String path) {
        var parent = root(api);
        var sofar = "";
        for (var part : path.substring(1).split("/")) {
            sofar += "/" + part;
            var wanted = sofar;
            var above = parent;
            parent =
                    gateway
                            .getResources(request -> request.restApiId(api).limit(500))
                            .items()
                            .stream()
                            .filter(each -> each.path().equals(wanted))
                            .map(each -> each.id())
                            .findFirst()
                            .orElseGet(() ->
                                    gateway.createResource(request ->
                                                    request.restApiId(api)
                                                            .parentId(above)
                                                            .pathPart(part))
                                            .id());
        }
        return parent;
    }

    public void method(
            String api,
            String resource,
            String verb,
            Consumer<PutMethodRequest.Builder> method,
            Consumer<PutIntegrationRequest.Builder> integration) {
        gateway.putMethod(request -> {
            request.restApiId(api).resourceId(resource).httpMethod(verb).authorizationType("NONE");
            method.accept(request);
        });
        gateway.putIntegration(request -> {
            request.restApiId(api).resourceId(resource).httpMethod(verb);
            integration.accept(request);
        });
    }

    /// A method that gives all to a function.
    public void proxy(String api, String path, String verb, String functionArn) {
        proxy(api, path, verb, functionArn, _ -> {});
    }

    public void proxy(
            String api,
            String path,
            String verb,
            String functionArn,
            Consumer<PutMethodRequest.Builder> more) {
        var resource = path.equals("/") ? root(api) : resource(api, path);
        method(
                api,
                resource,
                verb,
                more,
                integration ->
                        integration
                                .type(IntegrationType.AWS_PROXY)
                                .integrationHttpMethod("POST")
                                .uri(uri(functionArn)));
    }

    public String deploy(String api, String stage) {
        return gateway.createDeployment(request -> request.restApiId(api).stageName(stage)).id();
    }

    /// An answer of an API, reached by the path form.
    public HttpResponse<String> call(String api, String stageAndPath) {
        return call(api, "GET", stageAndPath, "", _ -> {});
    }

    public HttpResponse<String> call(
            String api,
            String verb,
            String stageAndPath,
            String body,
            Consumer<HttpRequest.Builder> more) {
        var uri = server.uri().resolve("/_aws/execute-api/eu-west-1/" + api + stageAndPath);
        return send(uri, verb, body, more);
    }

    public HttpResponse<String> send(
            URI uri, String verb, String body, Consumer<HttpRequest.Builder> more) {
        var request =
                HttpRequest.newBuilder(uri)
                        .method(
                                verb,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        more.accept(request);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        lambda.close();
        iam.close();
        http.close();
        server.close();
        emulator.close();
    }
}
