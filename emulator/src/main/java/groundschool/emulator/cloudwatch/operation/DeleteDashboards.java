package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Dashboards;
import groundschool.emulator.cloudwatch.Metrics;
import java.util.List;

/// Deletes dashboards: all that are named, or none if one is not there.
///
/// Source:
/// [DeleteDashboards](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteDashboards.html)
public record DeleteDashboards(List<String> dashboardNames) implements CloudWatchOperation {

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return dashboardNames.isEmpty()
                ? List.of(Access.to("cloudwatch:DeleteDashboards", Dashboards.arn("*", call)))
                : dashboardNames.stream()
                        .distinct()
                        .map(name ->
                                Access.to(
                                        "cloudwatch:DeleteDashboards", Dashboards.arn(name, call)))
                        .toList();
    }

    @Override
    public Nothing run(Metrics metrics, Call call) {
        for (var name : dashboardNames) {
            if (metrics.dashboards().find(name).isEmpty()) {
                throw CloudWatchErrors.noDashboard(name);
            }
            metrics.dashboards().delete(name);
        }
        return new Nothing();
    }
}
