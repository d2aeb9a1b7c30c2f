package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Adds tags to an API or a stage.
///
/// Source:
/// [TagResource](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html)
public record TagResource(String resourceArn, Optional<Map<String, String>> tags)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("POST", call, "tags", resourceArn);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        var tagged = Tagged.of(resourceArn, apis, call);
        var all = new TreeMap<>(tagged.tags());
        tags.ifPresent(all::putAll);
        tagged.put(all);
        return new Done();
    }
}
