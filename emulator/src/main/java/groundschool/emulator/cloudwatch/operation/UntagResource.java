package groundschool.emulator.cloudwatch.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Metrics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes labels off an alarm.
///
/// Source:
/// [UntagResource](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_UntagResource.html)
public record UntagResource(@JsonProperty("ResourceARN") String resourceArn, List<String> tagKeys)
        implements CloudWatchOperation {

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(
                new Access(
                        "cloudwatch:UntagResource", resourceArn, Map.of("aws:TagKeys", tagKeys)));
    }

    @Override
    public Nothing run(Metrics metrics, Call call) {
        var alarm =
                Resources.labelled(resourceArn, metrics, call)
                        .orElseThrow(CloudWatchErrors::noResource);
        var all = new TreeMap<>(alarm.tags());
        tagKeys.forEach(all::remove);
        metrics.alarms().put(alarm.tagged(all), call.region());
        return new Nothing();
    }
}
