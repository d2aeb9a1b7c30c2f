package groundschool.emulator.lambda.url;

import groundschool.emulator.AwsException;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.wire.Answers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/// What whoever calls a function's URL is told instead of an answer.
///
/// Source: answers of Lambda's that LocalStack recorded; [Access to function
/// URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html)
final class UrlRefusals {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORBIDDEN =
            "Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html";

    private UrlRefusals() {}

    /// Nothing is at that name: AWS says so little.
    static HttpResponse nobody(String requestId) {
        return answer(403, "AccessDeniedException", "{\"Message\":null}", requestId);
    }

    static AwsException forbidden() {
        return new AwsException(403, "AccessDeniedException", FORBIDDEN);
    }

    static HttpResponse of(AwsException refusal, String requestId) {
        var told = told(refusal);
        var body = new LinkedHashMap<String, Object>();
        body.putAll(told.members());
        if (told.status() == 429) {
            body.put("Type", "User");
        }
        body.put(
                told.code().equals("AccessDeniedException") ? "Message" : "message",
                told.message());
        return answer(told.status(), told.code(), JSON.writeValueAsString(body), requestId);
    }

    /// Which function it would be, and who may not what, is nobody's business.
    private static AwsException told(AwsException refusal) {
        return switch (refusal.code()) {
            case "AccessDeniedException", "ResourceNotFoundException" -> forbidden();
            case "InvalidSignatureException",
                    "IncompleteSignatureException",
                    "UnrecognizedClientException",
                    "ExpiredTokenException" ->
                    new AwsException(403, refusal.code(), refusal.message());
            default -> refusal;
        };
    }

    /// What a function that failed is to the world.
    static HttpResponse broken(String requestId) {
        return HttpResponse.of(
                502,
                Answers.headers(requestId).with("Content-Type", "application/json"),
                "Internal Server Error".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse answer(int status, String code, String body, String requestId) {
        Headers headers =
                Answers.headers(requestId)
                        .with("Content-Type", "application/json")
                        .with("x-amzn-ErrorType", code);
        return HttpResponse.of(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
