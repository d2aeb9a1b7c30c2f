package groundschool.emulator.logs.operation;

import groundschool.emulator.Request;
import groundschool.emulator.logs.LogGroups;

/// The operations of CloudWatch Logs that the emulator has: the `permits` clause is their table of
/// contents.
public sealed interface LogsOperation extends Request<LogGroups>
        permits CreateLogGroup,
                CreateLogStream,
                DeleteLogGroup,
                DeleteLogStream,
                DeleteMetricFilter,
                DeleteResourcePolicy,
                DeleteRetentionPolicy,
                DeleteSubscriptionFilter,
                DescribeLogGroups,
                DescribeLogStreams,
                DescribeMetricFilters,
                DescribeQueries,
                DescribeResourcePolicies,
                DescribeSubscriptionFilters,
                FilterLogEvents,
                GetLogEvents,
                GetLogGroupFields,
                GetLogRecord,
                GetQueryResults,
                ListLogGroups,
                ListTagsForResource,
                ListTagsLogGroup,
                PutLogEvents,
                PutLogGroupDeletionProtection,
                PutMetricFilter,
                PutResourcePolicy,
                PutRetentionPolicy,
                PutSubscriptionFilter,
                StartLiveTail,
                StartQuery,
                StopQuery,
                TagLogGroup,
                TagResource,
                TestMetricFilter,
                UntagLogGroup,
                UntagResource {

    /// What an operation answers that has nothing to say.
    record Nothing() {}
}
