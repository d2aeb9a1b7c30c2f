package groundschool.emulator.cloudwatch.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Metrics;
import java.util.Comparator;
import java.util.List;

/// Lists the labels of an alarm; none of one that is not there.
///
/// Source:
/// [ListTagsForResource](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListTagsForResource.html)
public record ListTagsForResource(@JsonProperty("ResourceARN") String resourceArn)
        implements CloudWatchOperation {

    /// By key.
    public record Response(List<Resources.Tag> tags) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(Access.to("cloudwatch:ListTagsForResource", resourceArn));
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        return new Response(
                Resources.labelled(resourceArn, metrics, call).stream()
                        .flatMap(alarm -> alarm.tags().entrySet().stream())
                        .map(tag -> new Resources.Tag(tag.getKey(), tag.getValue()))
                        .sorted(Comparator.comparing(Resources.Tag::key))
                        .toList());
    }
}
