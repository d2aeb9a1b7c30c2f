package groundschool.emulator.logs;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// A kind of thing that events are sent to as they are written. To add one: a class, and its line
/// in `ALL`.
public interface SubscriptionDestination {

    /// Every kind that there is: subscriptions of others are refused by name.
    List<SubscriptionDestination> ALL = List.of(new FunctionSubscription());

    /// Whether a destination's ARN is one of this kind.
    boolean takes(String arn);

    /// Whether it may be subscribed: that it is there and lets Logs in.
    ///
    /// @throws AwsException if it may not
    void check(SubscriptionFilter filter, Services services, String region);

    /// Sends events, through the gate, outside of any transition. What is refused is lost, as on
    /// AWS once its retries are over.
    void send(Delivery delivery, Services services, String region);

    /// Events of one stream that a filter means.
    ///
    /// @param owner the account
    record Delivery(
            String owner,
            String logGroup,
            String logStream,
            SubscriptionFilter filter,
            List<Event> events) {

        /// @param id 56 digits
        public record Event(String id, long timestamp, String message) {}

        /// What functions get as `awslogs.data`, before base64, and streams as their records.
        ///
        /// Source: [Real-time processing of log data with
        /// subscriptions](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html)
        public byte[] gzipped() {
            var data = JsonMapper.shared().createObjectNode();
            data.put("messageType", "DATA_MESSAGE")
                    .put("owner", owner)
                    .put("logGroup", logGroup)
                    .put("logStream", logStream);
            data.putArray("subscriptionFilters").add(filter.filterName());
            var all = data.putArray("logEvents");
            for (var event : events) {
                all.addObject()
                        .put("id", event.id())
                        .put("timestamp", event.timestamp())
                        .put("message", event.message());
            }
            var out = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(data.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException cannotBe) {
                throw new UncheckedIOException(cannotBe);
            }
            return out.toByteArray();
        }
    }
}
