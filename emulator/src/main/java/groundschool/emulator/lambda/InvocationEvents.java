package groundschool.emulator.lambda;

import groundschool.emulator.ChunkStream;
import groundschool.emulator.lambda.AnswerStream.Piece;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.wire.EventMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What becomes of a streamed invocation, as the events of InvokeWithResponseStream.
///
/// Source:
/// [InvokeWithResponseStream](https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html)
public final class InvocationEvents implements ChunkStream.Source {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] NOTHING = new byte[0];

    /// Of a dry run.
    public record None() implements ChunkStream.Source {
        @Override
        public byte[] next() {
            return NOTHING;
        }

        @Override
        public void close() {
            // Nothing runs.
        }
    }

    private final AnswerStream answer;
    private final boolean isLogWanted;
    private Optional<Piece> first;
    private boolean hasBegun;
    private boolean isOver;

    /// @param first of its pieces, which was waited for
    public InvocationEvents(AnswerStream answer, Piece first, boolean isLogWanted) {
        this.answer = answer;
        this.first = Optional.of(first);
        this.isLogWanted = isLogWanted;
    }

    @Override
    public byte[] next() {
        while (!isOver) {
            var piece = first.orElseGet(answer::next);
            first = Optional.empty();
            switch (piece) {
                case Piece.Begun _ -> hasBegun = true;
                case Piece.Bytes(var bytes) -> {
                    return chunk(bytes);
                }
                case Piece.Ended(var result) -> {
                    isOver = true;
                    return end(result);
                }
                case Piece.Refused(var why) -> throw why;
            }
        }
        return NOTHING;
    }

    @Override
    public void close() {
        answer.abandon();
    }

    private static byte[] chunk(byte[] bytes) {
        return EventMessage.event("PayloadChunk", "application/octet-stream", bytes);
    }

    /// A function that does not stream has its whole answer here.
    private byte[] end(Invocation.Result result) {
        var events = new ByteArrayOutputStream();
        if (!hasBegun && result.functionError().isEmpty() && result.payload().length > 0) {
            events.writeBytes(chunk(result.payload()));
        }
        var complete = JSON.createObjectNode();
        result.functionError()
                .ifPresent(error ->
                        complete.put("ErrorCode", error)
                                .put(
                                        "ErrorDetails",
                                        new String(result.payload(), StandardCharsets.UTF_8)));
        if (isLogWanted) {
            complete.put(
                    "LogResult",
                    Base64.getEncoder()
                            .encodeToString(result.logTail().getBytes(StandardCharsets.UTF_8)));
        }
        events.writeBytes(
                EventMessage.event(
                        "InvokeComplete", "application/json", JSON.writeValueAsBytes(complete)));
        return events.toByteArray();
    }
}
