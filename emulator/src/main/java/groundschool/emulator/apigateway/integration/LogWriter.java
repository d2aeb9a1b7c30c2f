package groundschool.emulator.apigateway.integration;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.logs.operation.CreateLogGroup;
import groundschool.emulator.logs.operation.CreateLogStream;
import groundschool.emulator.logs.operation.PutLogEvents;
import groundschool.emulator.sandbox.Sandbox;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes lines into log groups, which must be there; the stream is made if it is not.
public final class LogWriter {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    private LogWriter() {}

    /// A line that cannot be written is lost, as in AWS.
    public static void write(
            String group,
            String stream,
            String line,
            Principal principal,
            String region,
            Sandbox sandbox) {
        var as = sandbox.services().as(principal, region);
        var events = events(List.of(line), sandbox);
        try {
            as.run(put(group, stream, events));
        } catch (AwsException missing) {
            try {
                as.run(new CreateLogStream(group, stream));
                as.run(put(group, stream, events));
            } catch (AwsException refusal) {
                LOG.debug("A line for {} is lost: {}", group, refusal.message());
            }
        }
    }

    /// The same for several lines, into a group that is made if it is not there.
    public static void writeAll(
            String group,
            String stream,
            List<String> lines,
            Principal principal,
            String region,
            Sandbox sandbox) {
        var as = sandbox.services().as(principal, region);
        var events = events(lines, sandbox);
        try {
            as.run(put(group, stream, events));
        } catch (AwsException missing) {
            for (var make :
                    List.of(
                            CreateLogGroup.named(group),
                            new CreateLogStream(group, stream),
                            put(group, stream, events))) {
                try {
                    as.run(make);
                } catch (AwsException refusal) {
                    LOG.debug("{}: {}", group, refusal.message());
                }
            }
        }
    }

    private static List<PutLogEvents.InputLogEvent> events(List<String> lines, Sandbox sandbox) {
        long now = sandbox.clock().now().toEpochMilli();
        return lines.stream()
                .filter(line -> !line.isEmpty())
                .map(line -> new PutLogEvents.InputLogEvent(now, line))
                .toList();
    }

    private static PutLogEvents put(
            String group, String stream, List<PutLogEvents.InputLogEvent> events) {
        return new PutLogEvents(group, stream, events, Optional.empty(), Optional.empty());
    }
}
