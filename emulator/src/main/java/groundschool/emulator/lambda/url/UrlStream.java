package groundschool.emulator.lambda.url;

import groundschool.emulator.ChunkStream;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.lambda.AnswerStream;
import groundschool.emulator.lambda.AnswerStream.Piece;
import groundschool.emulator.wire.Answers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a function streams, as HTTP. If it says status and headers, they come first, as JSON that
/// eight zeros end.
///
/// Source: [Writing response streaming-enabled
/// functions](https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html)
final class UrlStream implements ChunkStream.Source {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WITH_PRELUDE =
            "application/vnd.awslambda.http-integration-response";

    private static final int ZEROS = 8;
    private static final int MOST_PRELUDE_BYTES = 16 * 1024;
    private static final byte[] NOTHING = new byte[0];

    private final AnswerStream answer;

    /// What came with the prelude.
    private byte[] rest;

    private UrlStream(AnswerStream answer, byte[] rest) {
        this.answer = answer;
        this.rest = rest;
    }

    static HttpResponse answer(AnswerStream answer, String requestId) {
        return switch (answer.next()) {
            // It does not stream.
            case Piece.Ended(var result) -> UrlAnswer.of(result, requestId);
            case Piece.Begun(var type) ->
                    type.startsWith(WITH_PRELUDE)
                            ? withPrelude(answer, requestId)
                            : streamed(
                                    HttpResponse.of(
                                            200,
                                            Answers.headers(requestId).with("Content-Type", type),
                                            NOTHING),
                                    answer,
                                    NOTHING);
            case Piece.Bytes _, Piece.Refused _ ->
                    throw new IllegalStateException("an answer came before its beginning");
        };
    }

    private static HttpResponse streamed(HttpResponse head, AnswerStream answer, byte[] rest) {
        return new HttpResponse(
                head.status(),
                head.headers(),
                HttpResponse.STREAMED,
                new ChunkStream(new UrlStream(answer, rest)));
    }

    private static HttpResponse withPrelude(AnswerStream answer, String requestId) {
        var read = new ByteArrayOutputStream();
        while (read.size() < MOST_PRELUDE_BYTES) {
            if (!(answer.next() instanceof Piece.Bytes(var bytes))) {
                return UrlRefusals.broken(requestId);
            }
            read.writeBytes(bytes);
            var all = read.toByteArray();
            int end = end(all);
            if (end >= 0) {
                return head(Arrays.copyOf(all, end), requestId)
                        .map(head ->
                                streamed(
                                        head,
                                        answer,
                                        Arrays.copyOfRange(all, end + ZEROS, all.length)))
                        .orElseGet(() -> broken(answer, requestId));
            }
        }
        return broken(answer, requestId);
    }

    private static HttpResponse broken(AnswerStream answer, String requestId) {
        answer.abandon();
        return UrlRefusals.broken(requestId);
    }

    private static Optional<HttpResponse> head(byte[] prelude, String requestId) {
        try {
            return UrlAnswer.head(
                    JSON.readTree(new String(prelude, StandardCharsets.UTF_8)),
                    "application/octet-stream",
                    requestId);
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /// Where the zeros begin; -1 if they have not come.
    private static int end(byte[] bytes) {
        int zeros = 0;
        for (int at = 0; at < bytes.length; at++) {
            zeros = bytes[at] == 0 ? zeros + 1 : 0;
            if (zeros == ZEROS) {
                return at + 1 - ZEROS;
            }
        }
        return -1;
    }

    @Override
    public byte[] next() throws IOException {
        if (rest.length > 0) {
            var first = rest;
            rest = NOTHING;
            return first;
        }
        return switch (answer.next()) {
            case Piece.Bytes(var bytes) -> bytes;
            case Piece.Ended(var result) -> {
                if (result.functionError().isPresent()) {
                    throw new IOException("the function failed while it answered");
                }
                yield NOTHING;
            }
            case Piece.Begun _, Piece.Refused _ ->
                    throw new IOException("the function could not answer");
        };
    }

    @Override
    public void close() {
        answer.abandon();
    }
}
