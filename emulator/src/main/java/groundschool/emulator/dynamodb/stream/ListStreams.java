package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Lists the streams of a table or of the Region, at most 100 at a time.
///
/// Source:
/// [ListStreams](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_ListStreams.html)
public record ListStreams(
        Optional<String> tableName, OptionalInt limit, Optional<String> exclusiveStartStreamArn)
        implements StreamsOperation {

    private static final int PAGE = 100;

    /// @param lastEvaluatedStreamArn where to go on, if there are more
    public record Response(List<Stream> streams, Optional<String> lastEvaluatedStreamArn) {}

    /// A stream of a table.
    public record Stream(String streamArn, String tableName, String streamLabel) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:ListStreams", "*"));
    }

    @Override
    public Response run(Tables tables, Call call) {
        StreamRules.checkLimit(limit, PAGE);
        var all =
                tables.streams(call).list(tableName, call.now()).stream()
                        .map(stream ->
                                new Stream(
                                        call.arn("dynamodb", stream.resource()),
                                        stream.tableName(),
                                        stream.label()))
                        .filter(stream ->
                                exclusiveStartStreamArn
                                        .filter(start -> stream.streamArn.compareTo(start) <= 0)
                                        .isEmpty())
                        .toList();
        int page = limit.orElse(PAGE);
        if (all.size() <= page) {
            return new Response(all, Optional.empty());
        }
        return new Response(all.subList(0, page), Optional.of(all.get(page - 1).streamArn));
    }
}
