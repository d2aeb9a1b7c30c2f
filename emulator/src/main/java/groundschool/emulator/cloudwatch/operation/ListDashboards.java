package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Dashboards;
import groundschool.emulator.cloudwatch.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists dashboards by name, 1,000 at a time.
///
/// Source:
/// [ListDashboards](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListDashboards.html)
public record ListDashboards(Optional<String> dashboardNamePrefix, Optional<String> nextToken)
        implements CloudWatchOperation {

    private static final int PAGE = 1_000;

    /// @param nextToken where to go on, if there are more
    public record Response(List<Entry> dashboardEntries, Optional<String> nextToken) {}

    /// @param size in bytes
    public record Entry(
            String dashboardName, String dashboardArn, Instant lastModified, int size) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(Access.to("cloudwatch:ListDashboards", Dashboards.arn("*", call)));
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        var found =
                metrics.dashboards().all().stream()
                        .filter(each ->
                                dashboardNamePrefix.map(each.name()::startsWith).orElse(true))
                        .map(each ->
                                new Entry(
                                        each.name(),
                                        each.arn(call),
                                        each.lastModified(),
                                        each.size()))
                        .toList();
        var page = Tokens.page(found, nextToken, PAGE);
        return new Response(page.entries(), page.next());
    }
}
