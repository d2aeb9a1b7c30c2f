package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every way in which a REST API itself answers a client: status, body and `x-amzn-ErrorType`, to
/// the letter.
///
/// Source: [Gateway response
/// types](https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html);
/// recorded answers
class ErrorTableTest extends ErrorTableFixture {

    private static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "400: parameters are missing",
                        400,
                        APART.formatted("Missing required request parameters: [h, q]"),
                        "BadRequestException",
                        test -> test.post("/checked", "{}", _ -> {})),
                new Row(
                        "400: the body is not as the model says",
                        400,
                        APART.formatted("Invalid request body"),
                        "BadRequestException",
                        test ->
                                test.post(
                                        "/checked?q=1", "{}", request -> request.header("h", "1"))),
                new Row(
                        "401: there is no token",
                        401,
                        PLAIN.formatted("Unauthorized"),
                        "UnauthorizedException",
                        test -> test.get("/judge")),
                new Row(
                        "403: there is no such path",
                        403,
                        PLAIN.formatted("Missing Authentication Token"),
                        "MissingAuthenticationTokenException",
                        test -> test.get("/nothing")),
                new Row(
                        "403: nobody has signed",
                        403,
                        PLAIN.formatted("Missing Authentication Token"),
                        "MissingAuthenticationTokenException",
                        test -> test.get("/iam")),
                new Row(
                        "403: there is no key",
                        403,
                        PLAIN.formatted("Forbidden"),
                        "ForbiddenException",
                        test -> test.get("/keyed")),
                new Row(
                        "403: the policy of an authorizer does not allow it",
                        403,
                        CAPITAL.formatted("User is not authorized to access this resource"),
                        "AccessDeniedException",
                        test -> test.get("/judge", "Auth", "t")),
                new Row(
                        "403: the policy of an authorizer denies it",
                        403,
                        CAPITAL.formatted(
                                "User is not authorized to access this resource with an explicit deny"),
                        "AccessDeniedException",
                        test -> test.get("/strict", "Auth", "t")),
                new Row(
                        "413: the body is too long",
                        413,
                        PLAIN.formatted("Request Too Long"),
                        "RequestTooLargeException",
                        test -> test.post("/open", "x".repeat(10 * 1024 * 1024 + 1), _ -> {})),
                new Row(
                        "415: there is no template for the type",
                        415,
                        APART.formatted("Unsupported Media Type"),
                        "BadRequestException",
                        test ->
                                test.post(
                                        "/typed",
                                        "x",
                                        request -> request.header("Content-Type", "text/xml"))),
                new Row(
                        "429: too many at once",
                        429,
                        PLAIN.formatted("Too Many Requests"),
                        "TooManyRequestsException",
                        test -> test.get("/keyed", "x-api-key", test.usedUp(false))),
                new Row(
                        "429: the quota is used up",
                        429,
                        PLAIN.formatted("Limit Exceeded"),
                        "LimitExceededException",
                        test -> test.get("/keyed", "x-api-key", test.usedUp(true))),
                new Row(
                        "500: an authorizer answers nonsense",
                        500,
                        "{\"message\":null}",
                        "AuthorizerConfigurationException",
                        test -> test.get("/broken", "Auth", "t")),
                new Row(
                        "500: the function does not let the gateway call it",
                        500,
                        INTERNAL,
                        INTERNAL_TYPE,
                        test -> test.get("/forbidden")),
                new Row(
                        "502: the function answers nonsense",
                        502,
                        INTERNAL,
                        INTERNAL_TYPE,
                        test -> test.get("/malformed")),
                new Row(
                        "502: the function fails",
                        502,
                        INTERNAL,
                        INTERNAL_TYPE,
                        test -> test.get("/failing")),
                new Row(
                        "504: the endpoint cannot be reached",
                        504,
                        APART.formatted("Network error communicating with endpoint"),
                        INTERNAL_TYPE,
                        test -> test.get("/nowhere")),
                new Row(
                        "504: the endpoint takes too long",
                        504,
                        APART.formatted("Endpoint request timed out"),
                        INTERNAL_TYPE,
                        test -> test.slow()));
    }

    @TestFactory
    Stream<DynamicTest> each_refusal_is_aws_s_to_the_letter() {
        return rows().map(row ->
                DynamicTest.dynamicTest(
                        row.name(),
                        () -> {
                            var answer = row.asked().of(this);

                            assertThat(answer.statusCode()).isEqualTo(row.status());
                            assertThat(answer.body()).isEqualTo(row.body());
                            assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
                                    .contains(row.type());
                            assertThat(answer.headers().firstValue("Content-Type"))
                                    .contains("application/json");
                            assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
                            assertThat(answer.headers().firstValue("x-amz-apigw-id")).isPresent();
                        }));
    }
}
