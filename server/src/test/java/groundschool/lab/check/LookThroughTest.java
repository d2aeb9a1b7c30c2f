package groundschool.lab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.OnPath;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.lambda.runtime.Runtimes;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Checks that go where a learner's own callers would go.
class LookThroughTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Filling FILLING = new Filling(Map.of("random", "bcdfgh"));

    private final Emulator emulator =
            new Emulator(
                    Sandboxes.inMemory(), InstantSource.system(), Runtimes.local(Optional.empty()));
    private final Caller learner = learner();

    private Caller learner() {
        var key = emulator.sandboxes().create("111122223333");
        return new Caller(emulator.sandboxes().open(key.sandbox()), key.principal(), "eu-west-1");
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void finds_a_name_and_asks_with_it() {
        assertThat(theOnlyTable())
                .contains(
                        new Evidence(
                                "dynamodb ListTables in eu-west-1",
                                "TableNames[0]",
                                "nothing",
                                "the table"));

        perform(
                "dynamodb",
                "CreateTable",
                """
                {"TableName": "bread", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}\
                """);

        assertThat(theOnlyTable()).isEmpty();
    }

    private Optional<Evidence> theOnlyTable() {
        return look(
                "find",
                Map.of("table", Map.of("call", "dynamodb ListTables", "path", "TableNames[0]")),
                "call",
                "dynamodb DescribeTable",
                "input",
                Map.of("TableName", "${table}"),
                "expect",
                Map.of("Table.KeySchema[0].AttributeName", "id"));
    }

    @Test
    void finds_a_claim_of_a_token() {
        assertThat(audience("aud").map(Evidence::lookedAt))
                .hasValueSatisfying(at -> assertThat(at).startsWith("cognito-idp ListUserPools"));
        perform("cognito-idp", "CreateUserPool", "{\"PoolName\": \"shop\"}");
        var pool =
                emulator.perform(
                                learner,
                                "cognito-idp",
                                "ListUserPools",
                                MAPPER.readTree("{\"MaxResults\": 1}"))
                        .at("/UserPools/0/Id")
                        .stringValue();
        for (var call :
                Map.of(
                                "CreateUserPoolClient",
                                "\"ClientName\": \"page\", \"ExplicitAuthFlows\": [\"ALLOW_ADMIN_USER_PASSWORD_AUTH\", \"ALLOW_REFRESH_TOKEN_AUTH\"]",
                                "AdminCreateUser",
                                "\"Username\": \"ann\"")
                        .entrySet()) {
            perform(
                    "cognito-idp",
                    call.getKey(),
                    "{\"UserPoolId\": \"%s\", %s}".formatted(pool, call.getValue()));
        }
        perform(
                "cognito-idp",
                "AdminSetUserPassword",
                "{\"UserPoolId\": \"%s\", \"Username\": \"ann\", \"Password\": \"Plum-tart-9\", \"Permanent\": true}"
                        .formatted(pool));

        assertThat(audience("aud")).isEmpty();
        assertThat(audience("scope"))
                .contains(
                        new Evidence(
                                audience("scope").orElseThrow().lookedAt(),
                                "scope of the token in AuthenticationResult.IdToken",
                                "nothing",
                                "the said"));
    }

    /// Whether a claim of a token names the client.
    private Optional<Evidence> audience(String claim) {
        var finds = new LinkedHashMap<String, Object>();
        finds.put(
                "pool",
                Map.of(
                        "call", "cognito-idp ListUserPools",
                        "input", Map.of("MaxResults", 1L),
                        "path", "UserPools[0].Id"));
        finds.put(
                "client",
                Map.of(
                        "call", "cognito-idp ListUserPoolClients",
                        "input", Map.of("UserPoolId", "${pool}", "MaxResults", 1L),
                        "path", "UserPoolClients[0].ClientId"));
        finds.put(
                "said",
                Map.of(
                        "call",
                        "cognito-idp AdminInitiateAuth",
                        "input",
                        Map.of(
                                "UserPoolId",
                                "${pool}",
                                "ClientId",
                                "${client}",
                                "AuthFlow",
                                "ADMIN_USER_PASSWORD_AUTH",
                                "AuthParameters",
                                Map.of("USERNAME", "ann", "PASSWORD", "Plum-tart-9")),
                        "path",
                        "AuthenticationResult.IdToken",
                        "claim",
                        claim));
        return look(
                "find",
                finds,
                "call",
                "cognito-idp DescribeUserPoolClient",
                "input",
                Map.of("UserPoolId", "${pool}", "ClientId", "${client}"),
                "expect",
                Map.of("UserPoolClient.ClientId", "${said}"));
    }

    @Test
    void sends_a_request_and_looks_at_status_headers_and_body() {
        assertThat(
                        look(
                                "http",
                                "GET http://localhost/",
                                "expect",
                                Map.of(
                                        "status",
                                        200L,
                                        "headers.\"x-amzn-requestid\"",
                                        Map.of("matches", ".+"),
                                        "body",
                                        Map.of("contains", "healthy"))))
                .isEmpty();
        assertThat(look("http", "GET http://localhost/", "expect", Map.of("status", 403L)))
                .contains(new Evidence("GET http://localhost/", "status", "200", "403"));
        assertThat(learner.sandbox().ledger().entries()).isEmpty();
    }

    @Test
    void invokes_a_function_and_looks_at_what_it_returns() throws IOException {
        assumeTrue(OnPath.has("python3"), "no python3 on PATH");
        assertThat(doubled()).map(Evidence::found).get().asString().contains("Function not found");

        perform(
                "iam",
                "CreateRole",
                """
                {"RoleName": "double", "AssumeRolePolicyDocument":
                 "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"Service\\":\\"lambda.amazonaws.com\\"},\\"Action\\":\\"sts:AssumeRole\\"}]}"}\
                """);
        perform(
                "lambda",
                "CreateFunction",
                """
                {"FunctionName": "double", "Runtime": "python3.13", "Handler": "f.handler",
                 "Role": "arn:aws:iam::111122223333:role/double", "Code": {"ZipFile": "%s"}}\
                """
                        .formatted(
                                zip(
                                        "f.py",
                                        "def handler(event, context):\n    return {'twice': 2 * event['n']}\n")));

        assertThat(doubled()).isEmpty();
    }

    @Test
    void takes_apart_an_address_that_was_found() {
        perform(
                "s3",
                "CreateBucket",
                "{\"Bucket\": \"shop\", \"CreateBucketConfiguration\": {\"LocationConstraint\": \"eu-west-1\"}}");
        var lent = "{\"url\": \"http://shop.s3.eu-west-1.localhost/cake?versionId=null\"}";
        var finds = new LinkedHashMap<String, Object>();
        finds.put("lent", Map.of("in", lent, "path", "to_string(@)"));
        for (var part : List.of("host", "path", "query")) {
            finds.put(part, Map.of("in", "${lent}", "path", "url", "part", part));
        }

        assertThat(
                        look(
                                "find",
                                finds,
                                "http",
                                "GET http://${host}${path}?${query}",
                                "expect",
                                Map.of("status", 200L)))
                .contains(
                        new Evidence(
                                "GET http://shop.s3.eu-west-1.localhost/cake?versionId=null",
                                "status",
                                "403",
                                "200"));
    }

    @Test
    void sends_a_form_as_a_browser_does() {
        perform(
                "s3",
                "CreateBucket",
                "{\"Bucket\": \"shop\", \"CreateBucketConfiguration\": {\"LocationConstraint\": \"eu-west-1\"}}");

        // S3 has read it to the end: nobody has signed it.
        assertThat(
                        look(
                                "http",
                                "POST http://shop.s3.eu-west-1.localhost/",
                                "form",
                                Map.of("file", "a cake", "key", "cake"),
                                "expect",
                                Map.of("status", 403L, "body", Map.of("contains", "AccessDenied"))))
                .isEmpty();
    }

    private Optional<Evidence> doubled() {
        return look("invoke", "double", "event", Map.of("n", 21L), "expect", Map.of("twice", 42L));
    }

    private Optional<Evidence> look(Object... fields) {
        return CheckReader.read(CheckTest.block(fields), FILLING)
                .look(
                        new Scene(
                                emulator,
                                Caller.inspector(learner.sandbox(), learner.region()),
                                learner.sandbox().ledger().entries(),
                                Map.of()));
    }

    private void perform(String service, String operation, String input) {
        emulator.perform(learner, service, operation, MAPPER.readTree(input));
    }

    private static String zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
