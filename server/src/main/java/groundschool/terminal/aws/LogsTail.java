package groundschool.terminal.aws;

import groundschool.terminal.aws.Option.Takes;
import groundschool.terminal.shell.Invocation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `aws logs tail`: the latest events of a log group, and with `--follow` those that come, until
/// the command is stopped.
///
/// Source: [tail](https://docs.aws.amazon.com/cli/latest/reference/logs/tail.html)
final class LogsTail {

    private static final List<Option> OPTIONS =
            List.of(
                    new Option("--since", Takes.ONE),
                    new Option("--follow", Takes.NOTHING),
                    new Option("--no-follow", Takes.NOTHING),
                    new Option(
                            "--format",
                            "--format",
                            Takes.ONE,
                            List.of("detailed", "short", "json"),
                            false),
                    new Option("--filter-pattern", Takes.ONE),
                    new Option("--log-stream-names", Takes.SEVERAL),
                    new Option("--log-stream-name-prefix", Takes.ONE));

    private static final Pattern RELATIVE =
            Pattern.compile(
                    "(\\d+)\\s?(s|second|seconds|m|minute|minutes|h|hour|hours|d|day|days|w|week|weeks)");
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DETAILED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'000+00:00'")
                    .withZone(ZoneOffset.UTC);
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Calls calls;
    private final Invocation invocation;

    /// @param calls to CloudWatch Logs
    LogsTail(Calls calls, Invocation invocation) {
        this.calls = calls;
        this.invocation = invocation;
    }

    /// @param arguments behind `aws logs tail`
    int run(List<String> arguments) {
        var parsed = new ArgumentParser(OPTIONS).parse(arguments);
        var group =
                parsed.word()
                        .orElseThrow(() ->
                                CliException.usage(
                                        "the following arguments are required: group_name"));
        if (!parsed.rest().isEmpty()) {
            throw CliException.unknown("Unknown options: " + String.join(", ", parsed.rest()));
        }
        if (group.equals("help")) {
            invocation.out(
                    "aws logs tail GROUP [--since 10m] [--follow] [--format detailed|short|json] [--filter-pattern PATTERN] [--log-stream-names NAME …] [--log-stream-name-prefix PREFIX]\n");
            return 0;
        }
        var since = since(parsed.one("--since").orElse("10m"));
        var seen = new HashSet<String>();
        show(input(group, parsed, since), parsed, seen);
        while (parsed.has("--follow")) {
            invocation.run().pause(PAUSE);
            show(input(group, parsed, since), parsed, seen);
        }
        return 0;
    }

    private static ObjectNode input(String group, ArgumentParser.Parsed parsed, Instant since) {
        var input = INDENTED.createObjectNode();
        input.put(group.startsWith("arn:") ? "logGroupIdentifier" : "logGroupName", group);
        input.put("startTime", since.toEpochMilli());
        parsed.one("--filter-pattern").ifPresent(text -> input.put("filterPattern", text));
        parsed.one("--log-stream-name-prefix")
                .ifPresent(text -> input.put("logStreamNamePrefix", text));
        if (parsed.has("--log-stream-names")) {
            var names = input.putArray("logStreamNames");
            parsed.options().getOrDefault("--log-stream-names", List.of()).forEach(names::add);
        }
        return input;
    }

    /// Events that were not shown yet, from all pages.
    private void show(ObjectNode input, ArgumentParser.Parsed parsed, Set<String> seen) {
        var format = parsed.one("--format").orElse("detailed");
        var next = Optional.<String>empty();
        do {
            next.ifPresent(token -> input.put("nextToken", token));
            var answer = calls.answer("FilterLogEvents", input);
            for (var event : answer.path("events").values()) {
                if (seen.add(event.path("eventId").asString())) {
                    invocation.out(line(event, format) + "\n");
                }
            }
            next = answer.path("nextToken").asStringOpt();
            invocation.run().check();
        } while (next.isPresent());
    }

    private static String line(JsonNode event, String format) {
        var at = Instant.ofEpochMilli(event.path("timestamp").asLong());
        var message = event.path("message").asString().stripTrailing();
        return switch (format) {
            case "short" -> SHORT.format(at) + " " + message;
            case "json" -> SHORT.format(at) + " " + indented(message);
            default ->
                    "%s %s %s"
                            .formatted(
                                    DETAILED.format(at),
                                    event.path("logStreamName").asString(),
                                    message);
        };
    }

    private static String indented(String message) {
        try {
            return INDENTED.writeValueAsString(INDENTED.readTree(message));
        } catch (JacksonException noJson) {
            return message;
        }
    }

    /// A time, or how long ago on the sandbox's clock.
    private Instant since(String text) {
        var relative = RELATIVE.matcher(text.strip());
        if (!relative.matches()) {
            return absolute(text);
        }
        long many = Long.parseLong(relative.group(1));
        long seconds =
                switch (relative.group(2).charAt(0)) {
                    case 's' -> many;
                    case 'm' -> many * 60;
                    case 'h' -> many * 3_600;
                    case 'd' -> many * 86_400;
                    default -> many * 604_800;
                };
        var now = calls.caller().sandbox().clock().now();
        var wanted = now.getEpochSecond() - seconds;
        return Instant.ofEpochSecond(Math.max(0, wanted), now.getNano());
    }

    private static Instant absolute(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw CliException.usage(
                    "argument --since: \"%s\" is neither a time such as 2026-11-26T10:00:00Z nor how long ago, such as 5m, 1h or 2d"
                            .formatted(text));
        }
    }
}
