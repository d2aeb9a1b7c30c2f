package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Dashboards;
import groundschool.emulator.cloudwatch.Metrics;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a dashboard: a document that is checked for being one, and shown by nobody here.
///
/// Source:
/// [PutDashboard](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html)
///
/// @param tags are refused: dashboards have none yet
public record PutDashboard(String dashboardName, String dashboardBody, Optional<Object> tags)
        implements CloudWatchOperation {

    private static final int MOST_WIDGETS = 500;

    /// @param dashboardValidationMessages what is odd about it
    public record Response(List<Message> dashboardValidationMessages) {}

    /// Something that is odd.
    public record Message(String dataPath, String message) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(Access.to("cloudwatch:PutDashboard", Dashboards.arn(dashboardName, call)));
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        tags.ifPresent(_ -> {
            throw CloudWatchErrors.notYet("tags of dashboards");
        });
        if (!dashboardName.matches("[A-Za-z0-9_-]{1,255}")) {
            throw CloudWatchErrors.invalidValue(
                    "The value for field DashboardName contains invalid characters. It can only contain alphanumerics, dash (-) and underscore (_).\n");
        }
        var widgets = read().path("widgets");
        if (!widgets.isMissingNode() && (!widgets.isArray() || widgets.size() > MOST_WIDGETS)) {
            throw CloudWatchErrors.invalidDashboard("Should be an array of at most 500 widgets");
        }
        for (var widget : widgets) {
            if (!widget.path("type").isString() || !widget.path("properties").isObject()) {
                throw CloudWatchErrors.invalidDashboard(
                        "A widget should have a type and properties");
            }
        }
        metrics.dashboards()
                .put(new Dashboards.Dashboard(dashboardName, dashboardBody, call.now()));
        return new Response(
                widgets.isMissingNode()
                        ? List.of(new Message("/", "Should have a property widgets"))
                        : List.of());
    }

    private JsonNode read() {
        try {
            var body = JsonMapper.shared().readTree(dashboardBody);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException _) {
            // Said below.
        }
        throw CloudWatchErrors.invalidDashboard("The body is no JSON object");
    }
}
