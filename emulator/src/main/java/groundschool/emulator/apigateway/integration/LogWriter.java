package groundschool.emulator.apigateway.integration;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
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
        var event = new PutLogEvents.InputLogEvent(sandbox.clock().now().toEpochMilli(), line);
        try {
            as.run(put(group, stream, event));
        } catch (AwsException missing) {
            try {
                as.run(new CreateLogStream(group, stream));
                as.run(put(group, stream, event));
            } catch (AwsException refusal) {
                LOG.debug("A line for {} is lost: {}", group, refusal.message());
            }
        }
    }

    private static PutLogEvents put(String group, String stream, PutLogEvents.InputLogEvent event) {
        return new PutLogEvents(group, stream, List.of(event), Optional.empty(), Optional.empty());
    }
}
