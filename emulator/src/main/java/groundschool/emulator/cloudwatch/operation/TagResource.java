package groundschool.emulator.cloudwatch.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Metrics;
import java.util.List;
import java.util.TreeMap;

/// Labels an alarm.
///
/// Source:
/// [TagResource](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_TagResource.html)
public record TagResource(@JsonProperty("ResourceARN") String resourceArn, List<Resources.Tag> tags)
        implements CloudWatchOperation {

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(
                new Access("cloudwatch:TagResource", resourceArn, Resources.conditionKeys(tags)));
    }

    @Override
    public Nothing run(Metrics metrics, Call call) {
        var alarm =
                Resources.labelled(resourceArn, metrics, call)
                        .orElseThrow(CloudWatchErrors::noResource);
        var all = new TreeMap<>(alarm.tags());
        all.putAll(Resources.map(tags));
        if (all.size() > 50) {
            throw CloudWatchErrors.invalidValue("A resource has 50 tags at most.");
        }
        metrics.alarms().put(alarm.tagged(all), call.region());
        return new Nothing();
    }
}
