package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.pattern.FilterPattern;
import groundschool.emulator.logs.pattern.LogText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Shows which of some messages a pattern means, and what it finds in them.
///
/// Source:
/// [TestMetricFilter](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html)
public record TestMetricFilter(String filterPattern, List<String> logEventMessages)
        implements LogsOperation, Operation<LogGroups> {

    /// Those that are meant.
    public record Response(List<Match> matches) {}

    /// @param eventNumber counts the messages from 1
    /// @param extractedValues by selector
    public record Match(
            long eventNumber, String eventMessage, Map<String, String> extractedValues) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:TestMetricFilter", "*"));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        var pattern = FilterPattern.of(filterPattern);
        var matches = new ArrayList<Match>();
        for (int i = 0; i < logEventMessages.size(); i++) {
            var message = logEventMessages.get(i);
            long number = i + 1L;
            pattern.match(new LogText(message))
                    .ifPresent(found -> matches.add(new Match(number, message, found)));
        }
        return new Response(matches);
    }
}
