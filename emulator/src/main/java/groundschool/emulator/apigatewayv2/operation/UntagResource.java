package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;
import java.util.TreeMap;

/// Removes tags from an API or a stage.
///
/// Source:
/// [UntagResource](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html)
public record UntagResource(String resourceArn, List<String> tagKeys) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("DELETE", call, "tags", resourceArn);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        var tagged = Tagged.of(resourceArn, apis, call);
        var all = new TreeMap<>(tagged.tags());
        all.keySet().removeAll(tagKeys);
        tagged.put(all);
        return new Done();
    }
}
