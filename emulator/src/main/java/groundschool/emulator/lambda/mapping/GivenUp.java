package groundschool.emulator.lambda.mapping;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import groundschool.emulator.lambda.FunctionMetrics;
import groundschool.emulator.lambda.Target;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.s3.object.Upload;
import groundschool.emulator.s3.operation.PutObject;
import groundschool.emulator.sandbox.Sandbox;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records that are given up, and what is told of them to the bucket that the mapping names: as the
/// function's role, which must be allowed to write there.
///
/// Source: [Retain discarded records for a DynamoDB event
/// source](https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html), and
/// recorded documents
///
/// @param records at least one
/// @param attempts how often they were tried
/// @param requestId of the last attempt; a new one if there was none
/// @param answer of the last attempt, unless the records were too old for it
record GivenUp(
        Mapping mapping,
        Batch records,
        Why why,
        int attempts,
        String requestId,
        Optional<Invocation.Result> answer) {

    private static final Logger LOG = LoggerFactory.getLogger(GivenUp.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH.mm.ss");

    /// Why records are given up, as AWS calls it.
    enum Why {
        RETRIES_EXHAUSTED("RetryAttemptsExhausted"),
        TOO_OLD("RecordAgeExceeded");

        private final String condition;

        Why(String condition) {
            this.condition = condition;
        }
    }

    /// Tells the mapping's bucket, if it has one.
    void tell(Target target, Services.As services, Sandbox sandbox) {
        var metrics = new MappingMetrics(sandbox, mapping);
        if (mapping.how().onFailure().isEmpty()) {
            metrics.dropped(records);
            return;
        }
        var arn = mapping.how().onFailure().get();
        var now = sandbox.clock().now();
        var time = now.atOffset(ZoneOffset.UTC);
        var key =
                "aws/lambda/%s/%s/%s/%s-%s"
                        .formatted(
                                mapping.uuid(),
                                records.shard(),
                                DAY.format(time),
                                TIME.format(time),
                                UUID.randomUUID());
        try {
            services.run(
                    PutObject.of(
                            arn.substring(arn.lastIndexOf(':') + 1),
                            key,
                            "application/json",
                            Upload.of(document(target, now))));
            metrics.delivered(records);
        } catch (AwsException refusal) {
            metrics.dropped(records);
            new FunctionMetrics(sandbox).counted(target.invoked(), "DestinationDeliveryFailures");
            LOG.debug("{} was not told: {}", arn, refusal.message());
        }
    }

    private byte[] document(Target target, Instant now) {
        var document = Batch.JSON.createObjectNode();
        document.putObject("requestContext")
                .put("requestId", requestId)
                .put("functionArn", mapping.functionArn())
                .put("condition", why.condition)
                .put("approximateInvokeCount", Math.max(1, attempts));
        answer.ifPresent(given ->
                document.putObject("responseContext")
                        .put("statusCode", 200)
                        .put("executedVersion", target.version().version())
                        .put("functionError", given.functionError().orElse(null)));
        document.put("version", "1.0");
        document.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        document.putObject("DDBStreamBatchInfo")
                .put("shardId", records.shard())
                .put("startSequenceNumber", Batch.sequence(records.records().getFirst()))
                .put("endSequenceNumber", Batch.sequence(records.records().getLast()))
                .put("approximateArrivalOfFirstRecord", records.oldest().toString())
                .put("approximateArrivalOfLastRecord", records.newest().toString())
                .put("batchSize", records.records().size())
                .put("streamArn", mapping.streamArn());
        document.put("payload", records.event(mapping.streamArn()).toString());
        return Batch.JSON.writeValueAsBytes(document);
    }
}
