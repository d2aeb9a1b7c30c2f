package groundschool.emulator.dynamodb.insight;

import groundschool.emulator.dynamodb.KeySchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The Contributor Insights of a table or of a global index.
///
/// Source: [Contributor Insights for
/// DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/contributorinsights_HowItWorks.html)
///
/// @param enabled whether it is, or is becoming, enabled
/// @param since when it was enabled; the names of its rules have it
/// @param changedAt when it was last changed
public record Insight(InsightMode mode, boolean enabled, Instant since, Instant changedAt) {

    private static final String RULE = "DynamoDBContributorInsights-%s-%s-%d";

    /// After a request to enable it. To ask for what is there already changes nothing.
    ///
    /// Source: `ack-api-quirks`, DDB-TABLE-092, recorded in October 2026
    static Insight enabled(Optional<Insight> before, InsightMode mode, Instant now) {
        var active = before.filter(Insight::enabled);
        if (active.filter(insight -> insight.mode == mode).isPresent()) {
            return active.get();
        }
        return new Insight(mode, true, active.map(Insight::since).orElse(now), now);
    }

    /// After a request to disable it.
    Insight disabled(Instant now) {
        return enabled ? new Insight(mode, false, since, now) : this;
    }

    /// @param delay how long a change takes
    public InsightStatus status(Duration delay, Instant now) {
        boolean isUnderWay = now.isBefore(changedAt.plus(delay));
        if (enabled) {
            return isUnderWay ? InsightStatus.ENABLING : InsightStatus.ENABLED;
        }
        return isUnderWay ? InsightStatus.DISABLING : InsightStatus.DISABLED;
    }

    /// The names of the rules that CloudWatch has for it: of partition keys, and of whole keys if
    /// there is a sort key; for what is accessed (C) and what is throttled (T).
    ///
    /// @param resource the table, or the table, a hyphen and the index
    public List<String> rules(String resource, KeySchema key) {
        if (!enabled) {
            return List.of();
        }
        var kinds =
                switch (mode) {
                    case ACCESSED_AND_THROTTLED_KEYS -> Stream.of("PKC", "PKT", "SKC", "SKT");
                    case THROTTLED_KEYS -> Stream.of("PKT", "SKT");
                };
        return kinds.filter(kind -> kind.startsWith("P") || !key.sort().isEmpty())
                .map(kind -> RULE.formatted(kind, resource, since.toEpochMilli()))
                .toList();
    }
}
