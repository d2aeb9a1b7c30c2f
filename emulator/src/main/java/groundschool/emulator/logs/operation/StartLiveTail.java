package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Streamed;
import groundschool.emulator.Turn;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroup;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import groundschool.emulator.logs.pattern.FilterPattern;
import groundschool.emulator.logs.tail.LiveTail;
import groundschool.emulator.logs.tail.TailFilter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tells of events as they are written, for as long as the client listens.
///
/// Source:
/// [StartLiveTail](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html)
///
/// @param logGroupIdentifiers ARNs, of one to ten groups
/// @param logStreamNames of one group only
/// @param logStreamNamePrefixes the same, in the place of names
public record StartLiveTail(
        List<String> logGroupIdentifiers,
        Optional<List<String>> logStreamNames,
        Optional<List<String>> logStreamNamePrefixes,
        Optional<String> logEventFilterPattern)
        implements LogsOperation, Interaction<LogGroups> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public StartLiveTail {
        logGroupIdentifiers = List.copyOf(logGroupIdentifiers);
    }

    /// @param responseStream the session
    public record Response(Events responseStream) implements Streamed {

        @Override
        public Events events() {
            return responseStream;
        }
    }

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return logGroupIdentifiers.stream()
                .map(group -> Access.to("logs:StartLiveTail", LogArns.group(group, call)))
                .toList();
    }

    @Override
    public Response run(Turn<LogGroups> turn, Call call) {
        check();
        var pattern = FilterPattern.of(logEventFilterPattern.orElse(""));
        return turn.transition(groups -> {
            var names =
                    logGroupIdentifiers.stream()
                            .map(group -> groups.named(group, call))
                            .map(LogGroup::name)
                            .toList();
            groups.tails().check();
            var filter =
                    new TailFilter(
                            call.region(),
                            names,
                            logStreamNames.orElse(List.of()),
                            logStreamNamePrefixes.orElse(List.of()),
                            pattern);
            return new Response(
                    new Streamed.Events(new LiveTail(filter, start(call), groups.tails())));
        });
    }

    private void check() {
        for (var group : logGroupIdentifiers) {
            if (!group.startsWith("arn:")) {
                throw LogsErrors.invalidParameter(
                        "Each log group must be named by its ARN: " + group);
            }
        }
        if (logStreamNames.isPresent() && logStreamNamePrefixes.isPresent()) {
            throw LogsErrors.invalidParameter(
                    "logStreamNames and logStreamNamePrefixes are mutually exclusive parameters.");
        }
        boolean isAboutStreams = logStreamNames.isPresent() || logStreamNamePrefixes.isPresent();
        if (isAboutStreams && logGroupIdentifiers.size() > 1) {
            throw LogsErrors.invalidParameter(
                    "logStreamNames and logStreamNamePrefixes can be used with one log group only.");
        }
    }

    private ObjectNode start(Call call) {
        var start = JSON.createObjectNode();
        start.put("requestId", call.requestId());
        start.put("sessionId", UUID.randomUUID().toString());
        logGroupIdentifiers.forEach(start.putArray("logGroupIdentifiers")::add);
        logStreamNames.orElse(List.of()).forEach(start.putArray("logStreamNames")::add);
        logStreamNamePrefixes
                .orElse(List.of())
                .forEach(start.putArray("logStreamNamePrefixes")::add);
        start.put("logEventFilterPattern", logEventFilterPattern.orElse(""));
        return start;
    }
}
