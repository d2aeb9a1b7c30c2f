package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.Services;
import groundschool.emulator.lambda.runtime.LogLine;
import groundschool.emulator.lambda.runtime.LogTaker;
import groundschool.emulator.logs.operation.CreateLogGroup;
import groundschool.emulator.logs.operation.CreateLogStream;
import groundschool.emulator.logs.operation.PutLogEvents;
import groundschool.emulator.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what a function logs to CloudWatch Logs, as its role: what the role may not is not done,
/// and nobody is told.
///
/// Lines go in batches, at the end of each run and whenever there are many.
///
/// Source: [Sending Lambda function logs to CloudWatch
/// Logs](https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html)
final class FunctionLog implements LogTaker {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionLog.class);

    /// Of the 10,000 events and the megabyte that a call may have.
    private static final int MOST_LINES = 1_000;

    private static final int MOST_LETTERS = 200_000;

    private final Sandbox sandbox;
    private final Principal.RoleSession role;
    private final String group;
    private final String region;
    private final Map<String, List<PutLogEvents.InputLogEvent>> waiting = new LinkedHashMap<>();
    private int lines;
    private int letters;

    FunctionLog(Sandbox sandbox, Principal.RoleSession role, String group, String region) {
        this.sandbox = sandbox;
        this.role = role;
        this.group = group;
        this.region = region;
    }

    /// A line is dated by the sandbox's clock, as all that services store.
    @Override
    public synchronized void accept(LogLine line) {
        var time = sandbox.clock().now().toEpochMilli();
        waiting.computeIfAbsent(line.stream(), _ -> new ArrayList<>())
                .add(new PutLogEvents.InputLogEvent(time, line.message()));
        lines++;
        letters += line.message().length();
        if (lines >= MOST_LINES || letters >= MOST_LETTERS) {
            flush();
        }
    }

    /// Writes what has come until now.
    @Override
    public synchronized void flush() {
        var services = sandbox.services().as(role, region);
        waiting.forEach((stream, events) -> write(services, stream, events));
        waiting.clear();
        lines = 0;
        letters = 0;
    }

    private void write(
            Services.As services, String stream, List<PutLogEvents.InputLogEvent> events) {
        try {
            try {
                services.run(PutLogEvents.of(group, stream, events));
            } catch (AwsException first) {
                if (!first.code().equals("ResourceNotFoundException")) {
                    throw first;
                }
                create(services, stream);
                services.run(PutLogEvents.of(group, stream, events));
            }
        } catch (AwsException refusal) {
            LOG.debug("{} {}: {}", group, stream, refusal.message());
        }
    }

    private void create(Services.As services, String stream) {
        try {
            services.run(new CreateLogStream(group, stream));
        } catch (AwsException noGroup) {
            if (!noGroup.code().equals("ResourceNotFoundException")) {
                throw noGroup;
            }
            services.run(CreateLogGroup.named(group));
            services.run(new CreateLogStream(group, stream));
        }
    }
}
