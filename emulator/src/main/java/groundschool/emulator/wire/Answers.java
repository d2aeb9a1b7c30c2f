package groundschool.emulator.wire;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/// Answers with the headers that all of AWS's have: the request's id, the date, and the checksum by
/// which clients tell a damaged body from a good one.
public final class Answers {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private record DateText(long second, String text) {}

    private static volatile DateText lastDate = new DateText(0, "");

    private Answers() {}

    /// An answer whose body has a checksum.
    ///
    /// @param contentType left out if empty
    public static HttpResponse of(int status, String contentType, byte[] body, String requestId) {
        var crc = new CRC32();
        crc.update(body);
        var id = Map.entry("x-amzn-RequestId", requestId);
        var date = Map.entry("Date", date());
        var checksum = Map.entry("x-amz-crc32", Long.toString(crc.getValue()));
        return HttpResponse.of(
                status,
                new Headers(
                        contentType.isEmpty()
                                ? List.of(id, date, checksum)
                                : List.of(
                                        id,
                                        date,
                                        checksum,
                                        Map.entry("Content-Type", contentType))),
                body);
    }

    /// What DynamoDB answers to all that is no call of an operation.
    public static HttpResponse unknownOperation(String requestId) {
        return of(
                404,
                "",
                "<UnknownOperationException/>\n".getBytes(StandardCharsets.UTF_8),
                requestId);
    }

    /// The request's id and the date.
    public static Headers headers(String requestId) {
        return Headers.of("x-amzn-RequestId", requestId, "Date", date());
    }

    /// The wall clock's time, which is formatted once a second.
    private static String date() {
        var now = Instant.now();
        var last = lastDate;
        if (last.second() != now.getEpochSecond()) {
            last = new DateText(now.getEpochSecond(), HTTP_DATE.format(now));
            lastDate = last;
        }
        return last.text();
    }
}
