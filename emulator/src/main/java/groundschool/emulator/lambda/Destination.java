package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import groundschool.emulator.lambda.function.AsyncEvent;
import groundschool.emulator.lambda.operation.Invoke;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.s3.object.Upload;
import groundschool.emulator.s3.operation.PutObject;
import groundschool.emulator.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// Tells another function, or a bucket, what became of an asynchronous invocation, as the execution
/// role, which must be allowed to invoke the one and to write to the other.
///
/// Source: [Capturing records of asynchronous
/// invocations](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html)
record Destination(Sandbox sandbox, Target target) {

    private static final Logger LOG = LoggerFactory.getLogger(Destination.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BUCKET = "arn:aws:s3:::";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH.mm.ss");

    void tell(
            String arn,
            AsyncEvent event,
            Events.Ending ending,
            Optional<Invocation.Result> result) {
        var role =
                ExecutionRole.session(
                        target.version().configuration().role(),
                        target.function().name(),
                        target.invoked().functionArn(),
                        sandbox);
        if (role.isEmpty()) {
            return;
        }
        try {
            var record = record(event, ending, result);
            sandbox.services()
                    .as(role.get(), event.region())
                    .run(
                            arn.startsWith(BUCKET)
                                    ? object(arn.substring(BUCKET.length()), record)
                                    : Invoke.event(arn, record));
        } catch (AwsException refusal) {
            // Nobody else is told.
            new FunctionMetrics(sandbox).counted(target.invoked(), "DestinationDeliveryFailures");
            LOG.debug("{} was not told: {}", arn, refusal.message());
        }
    }

    private PutObject object(String bucket, byte[] record) {
        var time = sandbox.clock().now().atOffset(ZoneOffset.UTC);
        var key =
                "aws/lambda/async/%s/%s/%s-%s"
                        .formatted(
                                target.function().name(),
                                DAY.format(time),
                                TIME.format(time),
                                UUID.randomUUID());
        return PutObject.of(bucket, key, "application/json", Upload.of(record));
    }

    private byte[] record(
            AsyncEvent event, Events.Ending ending, Optional<Invocation.Result> result) {
        var record = JSON.createObjectNode();
        record.put("version", "1.0");
        record.put("timestamp", sandbox.clock().now().truncatedTo(ChronoUnit.MILLIS).toString());
        int attempts = event.attempts() + (result.isPresent() ? 1 : 0);
        record.putObject("requestContext")
                .put("requestId", event.id())
                .put(
                        "functionArn",
                        target.invoked()
                                .qualified(target.invoked().qualifier().orElse("$LATEST"))
                                .arn())
                .put("condition", ending.condition())
                .put("approximateInvokeCount", attempts);
        record.set("requestPayload", json(sandbox.blobs().read(event.payload()).orElseThrow()));
        result.ifPresent(ended -> {
            var context =
                    record.putObject("responseContext")
                            .put("statusCode", 200)
                            .put("executedVersion", target.version().version());
            ended.functionError().ifPresent(error -> context.put("functionError", error));
            record.set("responsePayload", json(ended.payload()));
        });
        return JSON.writeValueAsBytes(record);
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException noJson) {
            return StringNode.valueOf(new String(text, StandardCharsets.UTF_8));
        }
    }
}
