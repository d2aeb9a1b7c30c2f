package groundschool.emulator.cloudwatch.alarm;

import com.fasterxml.jackson.annotation.JsonIgnore;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cloudwatch.MetricDataQuery;
import groundschool.emulator.cloudwatch.MetricName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An alarm on one metric, on an expression over several, or on other alarms.
///
/// @param settings as they were put
/// @param state what it is now
/// @param suppression why it does not act now
public record Alarm(
        Settings settings,
        Instant configuredAt,
        State state,
        Map<String, String> tags,
        Optional<Suppression> suppression) {

    public Alarm {
        tags = Map.copyOf(tags);
    }

    /// What is set about it: the members of PutMetricAlarm, or of PutCompositeAlarm.
    ///
    /// @param alarmRule what other alarms must be, for one that is on them
    /// @param suppressor of one that is on other alarms
    public record Settings(
            String alarmName,
            Optional<String> alarmDescription,
            boolean actionsEnabled,
            List<String> okActions,
            List<String> alarmActions,
            List<String> insufficientDataActions,
            Optional<String> metricName,
            Optional<String> namespace,
            Optional<String> statistic,
            Optional<String> extendedStatistic,
            List<Dimension> dimensions,
            Optional<Integer> period,
            Optional<String> unit,
            int evaluationPeriods,
            Optional<Integer> datapointsToAlarm,
            double threshold,
            String comparisonOperator,
            Optional<String> treatMissingData,
            Optional<String> evaluateLowSampleCountPercentile,
            Optional<List<MetricDataQuery>> metrics,
            Optional<String> alarmRule,
            Optional<Suppressor> suppressor) {

        public Settings {
            okActions = List.copyOf(okActions);
            alarmActions = List.copyOf(alarmActions);
            insufficientDataActions = List.copyOf(insufficientDataActions);
            dimensions = List.copyOf(dimensions);
        }

        /// Of an alarm on other alarms.
        public static Settings composite(
                String name,
                Optional<String> description,
                boolean actionsEnabled,
                List<String> okActions,
                List<String> alarmActions,
                List<String> insufficientDataActions,
                String rule,
                Optional<Suppressor> suppressor) {
            return new Settings(
                    name,
                    description,
                    actionsEnabled,
                    okActions,
                    alarmActions,
                    insufficientDataActions,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    Optional.empty(),
                    0,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(rule),
                    suppressor);
        }

        /// In seconds.
        @JsonIgnore
        public int periodSeconds() {
            return period.or(() ->
                            metrics.flatMap(all ->
                                    all.stream()
                                            .flatMap(query -> query.metricStat().stream())
                                            .map(MetricDataQuery.MetricStat::period)
                                            .max(Integer::compare)))
                    .orElse(60);
        }

        /// The metric that it is on; absent if it is on an expression.
        @JsonIgnore
        public Optional<MetricName> metric() {
            return metricName.flatMap(
                    name -> namespace.map(space -> new MetricName(space, name, dimensions)));
        }

        Settings withActions(boolean enabled) {
            return new Settings(
                    alarmName,
                    alarmDescription,
                    enabled,
                    okActions,
                    alarmActions,
                    insufficientDataActions,
                    metricName,
                    namespace,
                    statistic,
                    extendedStatistic,
                    dimensions,
                    period,
                    unit,
                    evaluationPeriods,
                    datapointsToAlarm,
                    threshold,
                    comparisonOperator,
                    treatMissingData,
                    evaluateLowSampleCountPercentile,
                    metrics,
                    alarmRule,
                    suppressor);
        }
    }

    /// What it is.
    ///
    /// @param value `OK`, `ALARM` or `INSUFFICIENT_DATA`
    /// @param data JSON; absent if it was not told
    /// @param updatedAt when the reason changed
    /// @param transitionedAt when the value changed
    public record State(
            String value,
            String reason,
            Optional<String> data,
            Instant updatedAt,
            Instant transitionedAt) {

        static State initial(Instant now) {
            return new State(
                    "INSUFFICIENT_DATA",
                    "Unchecked: Initial alarm creation",
                    Optional.empty(),
                    now,
                    now);
        }

        State updated(Instant now) {
            return new State(value, reason, data, now, transitionedAt);
        }
    }

    /// Whether it is on other alarms.
    @JsonIgnore
    public boolean isComposite() {
        return settings.alarmRule().isPresent();
    }

    @JsonIgnore
    public String name() {
        return settings.alarmName();
    }

    /// The actions of a state.
    List<String> actionsOf(String value) {
        return switch (value) {
            case "OK" -> settings.okActions();
            case "ALARM" -> settings.alarmActions();
            default -> settings.insufficientDataActions();
        };
    }

    Alarm in(State next) {
        return new Alarm(settings, configuredAt, next, tags, suppression);
    }

    /// The same, with other settings.
    public Alarm configured(Settings changed, Instant now) {
        return new Alarm(changed, now, state, tags, suppression);
    }

    public Alarm tagged(Map<String, String> all) {
        return new Alarm(settings, configuredAt, state, all, suppression);
    }

    /// The same, which acts or does not.
    public Alarm withActions(boolean enabled) {
        return new Alarm(settings.withActions(enabled), configuredAt, state, tags, suppression);
    }

    Alarm suppressed(Optional<Suppression> now) {
        return new Alarm(settings, configuredAt, state, tags, now);
    }
}
