package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Operation;
import groundschool.emulator.cloudwatch.Metrics;

/// The operations of CloudWatch that the emulator has: the `permits` clause is their table of
/// contents.
public sealed interface CloudWatchOperation extends Operation<Metrics>
        permits DeleteAlarms,
                DeleteDashboards,
                DescribeAlarmHistory,
                DescribeAlarms,
                DescribeAlarmsForMetric,
                DisableAlarmActions,
                EnableAlarmActions,
                GetDashboard,
                GetMetricData,
                GetMetricStatistics,
                ListDashboards,
                ListMetrics,
                ListTagsForResource,
                PutCompositeAlarm,
                PutDashboard,
                PutMetricAlarm,
                PutMetricData,
                SetAlarmState,
                TagResource,
                UntagResource {

    /// What an operation answers that has nothing to say.
    record Nothing() {}
}
