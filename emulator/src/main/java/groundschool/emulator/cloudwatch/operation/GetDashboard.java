package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Dashboards;
import groundschool.emulator.cloudwatch.Metrics;
import java.util.List;

/// Gives a dashboard's document.
///
/// Source:
/// [GetDashboard](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetDashboard.html)
public record GetDashboard(String dashboardName) implements CloudWatchOperation {

    /// As it was written.
    public record Response(String dashboardArn, String dashboardBody, String dashboardName) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(Access.to("cloudwatch:GetDashboard", Dashboards.arn(dashboardName, call)));
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        var found =
                metrics.dashboards()
                        .find(dashboardName)
                        .orElseThrow(() -> CloudWatchErrors.noDashboard(dashboardName));
        return new Response(found.arn(call), found.body(), found.name());
    }
}
