package groundschool.emulator.apigateway.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Token buckets: each request takes a token, of which so many come a second and so many may wait.
///
/// They are in memory, and count on the sandbox's clock: whoever comes first finds them full.
///
/// Source: [Throttle
/// requests](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html)
public final class Buckets {

    private static final int KEPT = 20_000;

    private static final class Bucket {
        private double tokens;
        private Instant at;

        private Bucket(double tokens, Instant at) {
            this.tokens = tokens;
            this.at = at;
        }
    }

    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > KEPT;
                }
            };

    /// Whether there was a token.
    ///
    /// @param name of the bucket
    /// @param rate tokens that come in a second
    /// @param burst how many it holds
    public synchronized boolean take(String name, double rate, int burst, Instant now) {
        var bucket = buckets.computeIfAbsent(name, _ -> new Bucket(burst, now));
        double seconds = Math.max(0, Duration.between(bucket.at, now).toNanos() / 1e9);
        bucket.tokens = Math.min(burst, bucket.tokens + seconds * rate);
        bucket.at = now;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens -= 1;
        return true;
    }
}
