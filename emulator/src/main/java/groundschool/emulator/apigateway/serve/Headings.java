package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// The headers that each answer of the gateway has.
public final class Headings {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private Headings() {}

    /// The answer with the date and one id.
    public static HttpResponse of(Outgoing answer, String idName, String id) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        fields.add(Map.entry("Date", HTTP_DATE.format(Instant.now())));
        fields.add(Map.entry(idName, id));
        fields.addAll(answer.headers().entries());
        return HttpResponse.of(answer.status(), new Headers(fields), answer.body());
    }

    static HttpResponse on(Outgoing answer, String requestId, String extendedId) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        fields.add(Map.entry("Date", HTTP_DATE.format(Instant.now())));
        fields.add(Map.entry("x-amzn-RequestId", requestId));
        fields.add(Map.entry("x-amz-apigw-id", extendedId));
        fields.addAll(answer.headers().entries());
        return HttpResponse.of(answer.status(), new Headers(fields), answer.body());
    }

    /// An id as `x-amz-apigw-id` has it.
    public static String extendedId() {
        var bytes = new byte[11];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// A trace of X-Ray's.
    public static String traceId(Instant at) {
        var random = ThreadLocalRandom.current();
        return "Root=1-%08x-%08x%016x"
                .formatted(at.getEpochSecond(), random.nextInt(), random.nextLong());
    }
}
