package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request through API Gateway, from a client over HTTP to a warm function and back, past an
/// authorizer whose answer is remembered; against one that a mock answers without any of these.
public final class ApiRequests implements Measurement {

    private static final int REQUESTS = 1_000;
    private static final String REGION = "eu-west-1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String CODE =
            """
            def handler(event, context):
                return {"statusCode": 200, "body": "hello"}

            def judge(event, context):
                return {"principalId": "ann", "policyDocument": {"Version": "2012-10-17", "Statement": [
                    {"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}]}}
            """;

    @Override
    public String name() {
        return "api";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        try (var emulator = new Emulator(Sandboxes.inMemory());
                var server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
                var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var key = emulator.sandboxes().create("111122223333");
            var sandbox = emulator.sandboxes().open(key.sandbox());
            var account = new Account(emulator, Caller.of(key, sandbox, REGION, ""));
            var stage =
                    server.uri()
                            .resolve("/_aws/execute-api/" + REGION + "/" + account.api() + "/dev");
            var whole = URI.create(stage + "/whole");
            var bare = URI.create(stage + "/bare");
            trial(http, whole);
            trial(http, bare);
            return new Comparison(
                            "a mock without an authorizer",
                            List.of(
                                    new Quantity(
                                            "API request, cached authorizer, warm function, p50",
                                            Unit.MICROSECONDS,
                                            Bar.below(5_000, Unit.MICROSECONDS)),
                                    Quantity.of("the same, p99", Unit.MICROSECONDS)),
                            () -> trial(http, whole),
                            () -> trial(http, bare))
                    .run(plan, progress);
        }
    }

    /// The median and the 99th of a hundred, in microseconds, one request after the other.
    private static List<Double> trial(HttpClient http, URI uri)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).header("Auth", "token").build();
        var took = new double[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long began = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            took[i] = (System.nanoTime() - began) / 1_000.0;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
        Arrays.sort(took);
        return List.of(took[REQUESTS / 2], took[REQUESTS * 99 / 100]);
    }

    /// Where the API is.
    private record Account(Emulator emulator, Caller caller) {

        private JsonNode call(String service, String operation, String input) {
            return emulator.perform(caller, service, operation, JSON.readTree(input));
        }

        private String function(String name, String handler) throws IOException {
            var arn =
                    call(
                                    "lambda",
                                    "CreateFunction",
                                    """
                                    {"FunctionName":"%s","Runtime":"python3.12","Handler":"app.%s",
                                     "Role":"arn:aws:iam::111122223333:role/worker","Code":{"ZipFile":"%s"}}\
                                    """
                                            .formatted(name, handler, zip()))
                            .path("FunctionArn")
                            .asString();
            call(
                    "lambda",
                    "AddPermission",
                    """
                    {"FunctionName":"%s","StatementId":"api","Action":"lambda:InvokeFunction",
                     "Principal":"apigateway.amazonaws.com"}\
                    """
                            .formatted(name));
            return "arn:aws:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
                    .formatted(REGION, arn);
        }

        private static String zip() throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("app.py"));
                zip.write(CODE.getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        }

        String api() throws IOException {
            call(
                    "iam",
                    "CreateRole",
                    """
                    {"RoleName":"worker","AssumeRolePolicyDocument":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"sts:AssumeRole\\",\\"Principal\\":{\\"Service\\":\\"lambda.amazonaws.com\\"}}]}"}\
                    """);
            var judge = function("judge", "judge");
            var hello = function("hello", "handler");
            var document =
                    """
                    {"openapi":"3.0.1","info":{"title":"bench","version":"1"},
                     "paths":{
                      "/whole":{"get":{"security":[{"judge":[]}],
                       "x-amazon-apigateway-integration":{"type":"aws_proxy","httpMethod":"POST","uri":"%s"}}},
                      "/bare":{"get":{"responses":{"200":{"description":"ok"}},
                       "x-amazon-apigateway-integration":{"type":"mock",
                        "requestTemplates":{"application/json":"{\\"statusCode\\":200}"},
                        "responses":{"default":{"statusCode":"200"}}}}}},
                     "components":{"securitySchemes":{"judge":{"type":"apiKey","name":"Auth","in":"header",
                       "x-amazon-apigateway-authtype":"custom",
                       "x-amazon-apigateway-authorizer":{"type":"token","authorizerUri":"%s"}}}}}\
                    """
                            .formatted(hello, judge);
            var body = JSON.createObjectNode();
            body.put("body", document.getBytes(StandardCharsets.UTF_8));
            var api =
                    emulator.perform(caller, "apigateway", "ImportRestApi", body)
                            .path("id")
                            .asString();
            call(
                    "apigateway",
                    "CreateDeployment",
                    "{\"restApiId\":\"%s\",\"stageName\":\"dev\"}".formatted(api));
            return api;
        }
    }
}
