package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// How often each function has run in a chain of invocations, as tracing headers carry it: AWS's
/// SDKs send the header of the invocation that they run in along with every call.
///
/// Source: [Use Lambda recursive loop detection to prevent infinite
/// loops](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)
public final class Lineage {

    /// "Lambda stops your function if it is invoked more than 16 times in the same chain."
    static final int MOST = 16;

    private static final Pattern FIELD = Pattern.compile("(?:^|;)Lineage=1:([0-9a-f:|]*)");
    private static final int MOST_FUNCTIONS = 8;

    private final SequencedMap<String, Integer> counts;

    private Lineage(SequencedMap<String, Integer> counts) {
        this.counts = counts;
    }

    /// What a header says; of one that is none of ours, nothing.
    static Lineage of(Optional<String> header) {
        var counts = new LinkedHashMap<String, Integer>();
        var found = FIELD.matcher(header.orElse(""));
        if (found.find()) {
            for (var entry : found.group(1).split("\\|")) {
                var parts = entry.split(":");
                if (parts.length == 2 && parts[1].matches("[0-9]{1,4}")) {
                    counts.put(parts[0], Integer.parseInt(parts[1]));
                }
            }
        }
        return new Lineage(counts);
    }

    /// Whether one more run of a function would be a loop.
    boolean isLoop(String functionArn) {
        return counts.getOrDefault(hash(functionArn), 0) >= MOST;
    }

    /// The chain with one more run of a function.
    Lineage with(String functionArn) {
        var more = new LinkedHashMap<>(counts);
        more.merge(hash(functionArn), 1, Integer::sum);
        while (more.size() > MOST_FUNCTIONS) {
            more.pollFirstEntry();
        }
        return new Lineage(more);
    }

    /// As a header carries it.
    String field() {
        return counts.entrySet().stream()
                .map(Lineage::entry)
                .collect(Collectors.joining("|", "Lineage=1:", ""));
    }

    private static String entry(Map.Entry<String, Integer> entry) {
        return entry.getKey() + ":" + entry.getValue();
    }

    static AwsException refusal() {
        return new AwsException(
                400,
                "RecursiveInvocationException",
                "Lambda has detected your function being invoked in a recursive loop with other AWS resources and stopped your function's invocation.");
    }

    private static String hash(String functionArn) {
        var crc = new CRC32();
        crc.update(functionArn.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
