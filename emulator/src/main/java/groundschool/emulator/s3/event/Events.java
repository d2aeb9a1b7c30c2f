package groundschool.emulator.s3.event;

import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.Services;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.sandbox.Sandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tells of what happens in buckets whomever they are to tell.
///
/// Source: [Event message
/// structure](https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html)
public final class Events {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Sandbox sandbox;
    private final Buckets buckets;

    public Events(Sandbox sandbox, Buckets buckets) {
        this.sandbox = sandbox;
        this.buckets = buckets;
    }

    /// Who has made it happen.
    ///
    /// @param principalId as the message calls them
    public record Cause(String principalId, String requestId, Instant now) {

        public static Cause of(Call call) {
            var id =
                    call.principal() instanceof Principal.Anonymous
                            ? "Anonymous"
                            : "AWS:" + call.principal().userId();
            return new Cause(id, call.requestId(), call.now());
        }

        /// S3 itself.
        public static Cause itself(String requestId, Instant now) {
            return new Cause("AWS:S3", requestId, now);
        }
    }

    /// Tells of it, as part of the transition in which it happens.
    ///
    /// @param event such as `ObjectCreated:Put`
    public void happened(String event, ObjectVersion object, Bucket bucket, Cause cause) {
        var configuration = bucket.setting(NotificationConfiguration.class);
        if (configuration.isEmpty()) {
            return;
        }
        Services services = sandbox.services();
        for (var target : configuration.get().targets()) {
            if (target.wants(event, object.key())) {
                var message = message(event, object, bucket, cause, target.id());
                EventDestination.ALL.stream()
                        .filter(kind -> kind.takes(target.arn()))
                        .forEach(kind -> kind.send(target, bucket, message, services));
            }
        }
    }

    private byte[] message(
            String event, ObjectVersion object, Bucket bucket, Cause cause, String id) {
        var whole = JsonMapper.shared().createObjectNode();
        var record = whole.putArray("Records").addObject();
        record.put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", bucket.region())
                .put("eventTime", TIME.format(cause.now()))
                .put("eventName", event);
        record.putObject("userIdentity").put("principalId", cause.principalId());
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements")
                .put("x-amz-request-id", cause.requestId())
                .put("x-amz-id-2", cause.requestId());
        var s3 = record.putObject("s3");
        s3.put("s3SchemaVersion", "1.0").put("configurationId", id);
        describe(s3, object, bucket, cause);
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void describe(ObjectNode s3, ObjectVersion object, Bucket bucket, Cause cause) {
        s3.putObject("bucket")
                .put("name", bucket.name())
                .put("arn", bucket.arn())
                .putObject("ownerIdentity")
                .put("principalId", buckets.owner());
        var described =
                s3.putObject("object")
                        .put(
                                "key",
                                URLEncoder.encode(object.key(), StandardCharsets.UTF_8)
                                        .replace("%2F", "/"));
        if (!object.isDeleteMarker()) {
            described.put("size", object.sizeBytes()).put("eTag", object.eTag());
        }
        if (bucket.versioning() != Bucket.Versioning.NEVER) {
            described.put("versionId", object.versionId());
        }
        described.put(
                "sequencer",
                "%016X%04X".formatted(cause.now().toEpochMilli(), object.number() & 0xffff));
    }
}
