package groundschool.emulator.logs.tail;

import groundschool.emulator.logs.LogsErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All sessions of Live Tail that are open at one emulator. They are no state: a rewind leaves them
/// be, a fork has none, and a stop ends them.
public final class LiveTails {

    /// "Up to 15 concurrent Live Tail sessions per account".
    ///
    /// Source: [CloudWatch Logs
    /// quotas](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html)
    private static final int MOST = 15;

    private final Map<String, List<LiveTail>> bySandbox = new ConcurrentHashMap<>();

    /// The sessions of one sandbox.
    ///
    /// @param place of the sandbox
    public Tailed of(String place) {
        return new Tailed(this, place);
    }

    /// Ends all of them.
    public void close() {
        bySandbox.values().forEach(open -> open.forEach(LiveTail::close));
    }

    private List<LiveTail> open(String place) {
        return bySandbox.getOrDefault(place, List.of());
    }

    private void add(String place, LiveTail tail) {
        bySandbox.merge(place, List.of(tail), LiveTails::joined);
    }

    private static List<LiveTail> joined(List<LiveTail> some, List<LiveTail> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private void remove(String place, LiveTail tail) {
        bySandbox.computeIfPresent(
                place,
                (_, open) ->
                        open.equals(List.of(tail))
                                ? null
                                : open.stream().filter(each -> each != tail).toList());
    }

    /// The sessions of one sandbox.
    public record Tailed(LiveTails all, String place) {

        /// Whether nobody listens.
        public boolean isEmpty() {
            return all.open(place).isEmpty();
        }

        /// Tells those who listen.
        public void tell(Ingestion ingestion) {
            all.open(place).forEach(tail -> tail.take(ingestion));
        }

        /// @throws groundschool.emulator.AwsException if there may be no more
        public void check() {
            if (all.open(place).size() >= MOST) {
                throw LogsErrors.limitExceeded();
            }
        }

        void add(LiveTail tail) {
            all.add(place, tail);
        }

        void remove(LiveTail tail) {
            all.remove(place, tail);
        }
    }
}
