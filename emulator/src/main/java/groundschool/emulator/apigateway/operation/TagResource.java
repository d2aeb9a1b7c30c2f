package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds tags to an API or a stage.
///
/// Source: [TagResource](https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html)
public record TagResource(String resourceArn, Map<String, String> tags)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("PUT", call, "tags", resourceArn);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var tagged = Tagged.of(resourceArn, gateway, call);
        var all = new TreeMap<>(tagged.tags());
        all.putAll(tags);
        Tagged.check(all);
        tagged.put(all);
        return new Done();
    }
}
