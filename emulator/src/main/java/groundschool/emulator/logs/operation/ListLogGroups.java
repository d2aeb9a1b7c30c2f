package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroup;
import groundschool.emulator.logs.LogGroups;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lists log groups whose names match, 50 at a time.
///
/// Source:
/// [ListLogGroups](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListLogGroups.html)
///
/// @param logGroupNamePattern parts of names with `|` between them, each with `^` before it if
///   names must begin so
public record ListLogGroups(
        Optional<String> logGroupNamePattern,
        Optional<String> logGroupClass,
        Optional<String> nextToken,
        Optional<Integer> limit)
        implements LogsOperation, Operation<LogGroups> {

    private static final int PAGE = 50;

    /// @param nextToken where to go on, if there are more
    public record Response(List<Summary> logGroups, Optional<String> nextToken) {}

    /// A group in short.
    public record Summary(String logGroupName, String logGroupArn, String logGroupClass) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:ListLogGroups", LogArns.everyGroup(call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        // The model lets nothing through but letters, digits, some signs, ^ and |.
        var pattern = logGroupNamePattern.map(Pattern::compile);
        var wanted =
                groups.all(call).stream()
                        .filter(group ->
                                pattern.map(parts -> parts.matcher(group.name()).find())
                                        .orElse(true))
                        .filter(group ->
                                logGroupClass.map(group.logGroupClass()::equals).orElse(true))
                        .toList();
        var page = Pages.of(wanted, LogGroup::name, nextToken, limit.orElse(PAGE));
        return new Response(
                page.entries().stream()
                        .map(group ->
                                new Summary(group.name(), group.arn(call), group.logGroupClass()))
                        .toList(),
                page.next());
    }
}
