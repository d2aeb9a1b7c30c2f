package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import groundschool.emulator.logs.operation.CreateLogGroup;
import groundschool.emulator.logs.operation.CreateLogStream;
import groundschool.emulator.logs.operation.LogsOperation;
import groundschool.emulator.logs.operation.PutLogEvents;
import groundschool.emulator.logs.operation.PutLogEvents.InputLogEvent;
import groundschool.emulator.sandbox.SandboxClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Tells in a log group what was wrong with the items of an import, in the name of whoever asked
/// for it. Whoever may not write logs gets none.
///
/// Source: [Import format quotas and
/// validation](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Validation.html)
final class ImportLog {

    /// Where all imports of an account tell what was wrong.
    static final String GROUP = "/aws-dynamodb/imports";

    private static final Logger LOG = LoggerFactory.getLogger(ImportLog.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 100;

    /// More are counted, and not told.
    private static final int MOST_TOLD = 10_000;

    private static final int MOST_LETTERS = 4096;

    private final Import each;
    private final Services.As caller;
    private final SandboxClock clock;
    private final List<InputLogEvent> waiting = new ArrayList<>();
    private boolean hasStream;
    private long errors;

    ImportLog(Import each, Services.As caller, SandboxClock clock) {
        this.each = each;
        this.caller = caller;
        this.clock = clock;
    }

    /// Which item is read.
    static final class Place {

        private final String key;
        private long index;

        Place(String key) {
            this.key = key;
        }

        void advance() {
            index++;
        }
    }

    long errors() {
        return errors;
    }

    void begin() {
        attempt(CreateLogGroup.named(GROUP));
    }

    void error(Place place, String message) {
        errors++;
        if (errors > MOST_TOLD) {
            return;
        }
        var pointer = new LinkedHashMap<String, Object>();
        pointer.put("bucket", each.source().s3Bucket());
        pointer.put("key", place.key);
        pointer.put("itemIndex", place.index);
        var event = new LinkedHashMap<String, Object>();
        event.put("itemS3Pointer", pointer);
        event.put("importArn", each.arn());
        event.put(
                "errorMessages",
                List.of(message.substring(0, Math.min(message.length(), MOST_LETTERS))));
        waiting.add(new InputLogEvent(clock.now().toEpochMilli(), JSON.writeValueAsString(event)));
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        var stream = each.id() + "/error";
        if (!hasStream) {
            attempt(new CreateLogStream(GROUP, stream));
            hasStream = true;
        }
        attempt(PutLogEvents.of(GROUP, stream, List.copyOf(waiting)));
        waiting.clear();
    }

    private void attempt(LogsOperation operation) {
        try {
            caller.run(operation);
        } catch (AwsException refusal) {
            LOG.debug("{}: {}", each.arn(), refusal.message());
        }
    }
}
