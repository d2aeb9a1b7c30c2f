package groundschool.emulator.lambda.runtime;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Tracing headers as X-Ray writes them.
///
/// Source: [Tracing
/// header](https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader)
public final class TraceId {

    private TraceId() {}

    /// One that belongs to no trace, and is not sampled.
    public static String next(Instant about) {
        var bytes = new byte[20];
        ThreadLocalRandom.current().nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return "Root=1-%08x-%s;Parent=%s;Sampled=0"
                .formatted(about.getEpochSecond(), hex.substring(0, 24), hex.substring(24));
    }
}
