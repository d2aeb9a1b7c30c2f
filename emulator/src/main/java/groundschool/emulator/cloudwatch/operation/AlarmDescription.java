package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cloudwatch.MetricDataQuery;
import groundschool.emulator.cloudwatch.alarm.Alarm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An alarm as answers show it.
///
/// Source:
/// [MetricAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html)
public record AlarmDescription(
        String alarmName,
        String alarmArn,
        Optional<String> alarmDescription,
        Instant alarmConfigurationUpdatedTimestamp,
        boolean actionsEnabled,
        List<String> okActions,
        List<String> alarmActions,
        List<String> insufficientDataActions,
        String stateValue,
        String stateReason,
        Optional<String> stateReasonData,
        Instant stateUpdatedTimestamp,
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
        Instant stateTransitionedTimestamp) {

    static AlarmDescription of(Alarm alarm, Call call) {
        var settings = alarm.settings();
        var state = alarm.state();
        return new AlarmDescription(
                alarm.name(),
                Resources.alarm(alarm.name(), call),
                settings.alarmDescription(),
                alarm.configuredAt(),
                settings.actionsEnabled(),
                settings.okActions(),
                settings.alarmActions(),
                settings.insufficientDataActions(),
                state.value(),
                state.reason(),
                state.data(),
                state.updatedAt(),
                settings.metricName(),
                settings.namespace(),
                settings.statistic(),
                settings.extendedStatistic(),
                settings.dimensions(),
                settings.period(),
                settings.unit(),
                settings.evaluationPeriods(),
                settings.datapointsToAlarm(),
                settings.threshold(),
                settings.comparisonOperator(),
                settings.treatMissingData(),
                settings.evaluateLowSampleCountPercentile(),
                settings.metrics(),
                state.transitionedAt());
    }
}
