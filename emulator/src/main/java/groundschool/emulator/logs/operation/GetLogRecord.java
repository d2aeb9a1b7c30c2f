package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import groundschool.emulator.logs.Queries.Pointer;
import groundschool.emulator.logs.insights.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives all fields of the event that a query's `@ptr` leads to.
///
/// Source:
/// [GetLogRecord](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogRecord.html)
///
/// @param unmask changes nothing: there is no data protection that masks
public record GetLogRecord(String logRecordPointer, Optional<Boolean> unmask)
        implements LogsOperation, Operation<LogGroups> {

    /// By field.
    public record Response(Map<String, String> logRecord) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to(
                        "logs:GetLogRecord",
                        LogArns.group(
                                Pointer.of(logRecordPointer).map(Pointer::group).orElse(""),
                                call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        var pointer =
                Pointer.of(logRecordPointer)
                        .orElseThrow(() ->
                                LogsErrors.invalidParameter(
                                        "The specified log record pointer is invalid."));
        var fields = new LinkedHashMap<String, String>();
        groups.queries(call)
                .record(pointer)
                .values()
                .forEach((name, value) -> fields.put(name, text(value)));
        return new Response(fields);
    }

    /// Times are numbers here.
    private static String text(Scalar value) {
        return value instanceof Scalar.Time(var millis)
                ? Long.toString((long) millis)
                : value.text();
    }
}
