package groundschool.emulator;

import groundschool.emulator.wire.Answers;
import java.nio.charset.StandardCharsets;

/// Says that the emulator is there, as the endpoints of AWS do at `/`.
final class Health {

    private Health() {}

    static boolean isAskedFor(HttpRequest request) {
        return request.path().equals("/")
                && (request.method().equals("GET") || request.method().equals("HEAD"));
    }

    /// Unlike AWS, whose endpoints each serve one Region, this names one of the many.
    static HttpResponse answer(HttpRequest request, String requestId) {
        var text = "healthy: dynamodb.us-east-1.amazonaws.com ".getBytes(StandardCharsets.UTF_8);
        var answer = Answers.of(200, "", text, requestId);
        return request.method().equals("GET")
                ? answer
                : HttpResponse.of(200, answer.headers(), new byte[0]);
    }
}
