package groundschool.bench.measurement;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An account with an API at the stage `dev`: `/whole` asks an authorizer and then a function,
/// `/bare` is answered by a mock.
record ApiAccount(Emulator emulator, Caller caller) {

    static final String REGION = "eu-west-1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String CODE =
            """
            def handler(event, context):
                return {"statusCode": 200, "body": "hello"}

            def judge(event, context):
                return {"principalId": "ann", "policyDocument": {"Version": "2012-10-17", "Statement": [
                    {"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}]}}
            """;

    JsonNode call(String service, String operation, String input) {
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
                emulator.perform(caller, "apigateway", "ImportRestApi", body).path("id").asString();
        call(
                "apigateway",
                "CreateDeployment",
                "{\"restApiId\":\"%s\",\"stageName\":\"dev\"}".formatted(api));
        return api;
    }
}
