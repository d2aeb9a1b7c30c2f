package groundschool.emulator.dynamodb.capacity;

/// Units that come in evenly and are saved up to a limit.
///
/// Who asks is let through as long as anything is left, and what it then takes may be more: how
/// much a read takes is known only when it has been done, and a large item must be written now and
/// then even where few units come in. The debt is paid before the next is let through, so that in
/// the long run no more is taken than came in.
final class TokenBucket {

    private static final double MICROS = 1_000_000;

    private double perSecond;
    private double limit;
    private double tokens;
    private long filledAt;

    /// A full bucket.
    ///
    /// @param seconds how long units are saved
    /// @param now in microseconds
    TokenBucket(double perSecond, double seconds, long now) {
        this.perSecond = perSecond;
        this.limit = perSecond * seconds;
        this.tokens = limit;
        this.filledAt = now;
    }

    double perSecond() {
        return perSecond;
    }

    /// Whether nothing is left at that time.
    boolean isEmpty(long now) {
        fill(now);
        return tokens <= 0;
    }

    /// Takes units, or gives them back if there are less than none.
    void take(double units) {
        tokens = Math.min(limit, tokens - units);
    }

    /// Has other units come in from now on. What was saved stays, as far as it has room.
    void change(double newPerSecond, double seconds, long now) {
        fill(now);
        perSecond = newPerSecond;
        limit = newPerSecond * seconds;
        tokens = Math.min(limit, tokens);
    }

    /// Has more units come in from now on, and the difference be there at once.
    void grow(double newPerSecond, double seconds, long now) {
        fill(now);
        double more = newPerSecond * seconds - limit;
        perSecond = newPerSecond;
        limit += more;
        tokens += more;
    }

    private void fill(long now) {
        if (now > filledAt) {
            tokens = Math.min(limit, tokens + (now - filledAt) / MICROS * perSecond);
            filledAt = now;
        }
    }
}
