package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cloudwatch.MetricDataQuery;
import groundschool.emulator.cloudwatch.MetricQueries;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.Periods;
import groundschool.emulator.cloudwatch.Statistic;
import groundschool.emulator.cloudwatch.alarm.Alarm;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes an alarm, or replaces all that is set about one, whose state stays.
///
/// Source:
/// [PutMetricAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html)
///
/// @param tags of a new alarm; passed over for one that is there
/// @param thresholdMetricId is refused, as are all others of its type: there is no anomaly
///   detection
public record PutMetricAlarm(
        String alarmName,
        Optional<String> alarmDescription,
        Optional<Boolean> actionsEnabled,
        Optional<List<String>> okActions,
        Optional<List<String>> alarmActions,
        Optional<List<String>> insufficientDataActions,
        Optional<String> metricName,
        Optional<String> namespace,
        Optional<String> statistic,
        Optional<String> extendedStatistic,
        Optional<List<Dimension>> dimensions,
        Optional<Integer> period,
        Optional<String> unit,
        Optional<Integer> evaluationPeriods,
        Optional<Integer> datapointsToAlarm,
        Optional<Double> threshold,
        Optional<String> comparisonOperator,
        Optional<String> treatMissingData,
        Optional<String> evaluateLowSampleCountPercentile,
        Optional<List<MetricDataQuery>> metrics,
        Optional<List<Resources.Tag>> tags,
        Optional<Object> thresholdMetricId,
        Optional<Object> evaluationWindow,
        Optional<Object> warmUpConfiguration,
        Optional<Object> evaluationCriteria,
        Optional<Object> evaluationInterval)
        implements CloudWatchOperation {

    private static final Set<String> OPERATORS =
            Set.of(
                    "GreaterThanOrEqualToThreshold",
                    "GreaterThanThreshold",
                    "LessThanThreshold",
                    "LessThanOrEqualToThreshold");
    private static final Set<String> TREATMENTS =
            Set.of("breaching", "notBreaching", "ignore", "missing");

    /// "The number of evaluation periods multiplied by the period" is a day at most, or a week.
    private static final int MOST_SECONDS = 7 * 86_400;

    @Override
    public List<Access> access(Metrics all, Call call) {
        return List.of(
                new Access(
                        "cloudwatch:PutMetricAlarm",
                        Resources.alarm(alarmName, call),
                        Resources.conditionKeys(tags.orElse(List.of()))));
    }

    @Override
    public Nothing run(Metrics all, Call call) {
        refuseUnknown();
        check(all, call);
        all.alarms()
                .configure(
                        new Alarm.Settings(
                                alarmName,
                                alarmDescription,
                                actionsEnabled.orElse(true),
                                okActions.orElse(List.of()),
                                alarmActions.orElse(List.of()),
                                insufficientDataActions.orElse(List.of()),
                                metricName,
                                namespace,
                                statistic,
                                extendedStatistic,
                                dimensions.orElse(List.of()),
                                period,
                                unit,
                                evaluationPeriods.orElse(1),
                                datapointsToAlarm,
                                threshold.orElse(0.0),
                                comparisonOperator.orElse(""),
                                treatMissingData,
                                evaluateLowSampleCountPercentile,
                                metrics,
                                Optional.empty(),
                                Optional.empty()),
                        Resources.map(tags.orElse(List.of())),
                        call);
        return new Nothing();
    }

    private void refuseUnknown() {
        if (thresholdMetricId.isPresent()) {
            throw CloudWatchErrors.notYet("anomaly detection");
        }
        if (evaluationWindow.isPresent()
                || warmUpConfiguration.isPresent()
                || evaluationCriteria.isPresent()
                || evaluationInterval.isPresent()) {
            throw CloudWatchErrors.notYet(
                    "alarms with EvaluationWindow, WarmUpConfiguration, EvaluationCriteria or EvaluationInterval");
        }
    }

    private void check(Metrics all, Call call) {
        required(comparisonOperator, "ComparisonOperator");
        required(evaluationPeriods, "EvaluationPeriods");
        required(threshold, "Threshold");
        if (!OPERATORS.contains(comparisonOperator.orElse(""))) {
            throw CloudWatchErrors.notYet("anomaly detection");
        }
        treatMissingData
                .filter(treatment -> !TREATMENTS.contains(treatment))
                .ifPresent(treatment -> {
                    throw CloudWatchErrors.validation(
                            "The value '%s' for parameter TreatMissingData must be one of 'breaching', 'notBreaching', 'ignore', 'missing'."
                                    .formatted(treatment));
                });
        int periods = evaluationPeriods.orElse(1);
        if (datapointsToAlarm.filter(enough -> enough > periods).isPresent()) {
            throw CloudWatchErrors.validation(
                    "The parameter DatapointsToAlarm must be less than or equal to EvaluationPeriods.");
        }
        if (metrics.isPresent()) {
            if (metricName.isPresent()) {
                throw CloudWatchErrors.exclusive("MetricName", "Metrics");
            }
            new MetricQueries(metrics.get(), all, call.region(), call.now(), call.now());
            if (metrics.get().stream().filter(MetricDataQuery::isReturned).count() != 1) {
                throw CloudWatchErrors.validation(
                        "Exactly one element of the metrics list should return data.");
            }
        } else {
            required(metricName, "MetricName");
            required(namespace, "Namespace");
            required(period, "Period");
            required(statistic.or(() -> extendedStatistic), "Statistic or ExtendedStatistic");
        }
        extendedStatistic
                .filter(name -> Statistic.of(name).isEmpty())
                .ifPresent(name -> {
                    throw CloudWatchErrors.validation(
                            "The value %s for parameter ExtendedStatistic is not supported."
                                    .formatted(name));
                });
        period.ifPresent(seconds -> {
            Periods.check(seconds);
            if ((long) seconds * periods > MOST_SECONDS) {
                throw CloudWatchErrors.validation(
                        "Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= 604800).");
            }
        });
    }

    private static void required(Optional<?> parameter, String name) {
        if (parameter.isEmpty()) {
            throw CloudWatchErrors.validation("The parameter %s is required.".formatted(name));
        }
    }
}
