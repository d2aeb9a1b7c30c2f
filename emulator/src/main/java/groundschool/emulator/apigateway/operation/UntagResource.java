package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;
import java.util.TreeMap;

/// Removes tags from an API or a stage.
///
/// Source:
/// [UntagResource](https://docs.aws.amazon.com/apigateway/latest/api/API_UntagResource.html)
public record UntagResource(String resourceArn, List<String> tagKeys)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("DELETE", call, "tags", resourceArn);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var tagged = Tagged.of(resourceArn, gateway, call);
        var all = new TreeMap<>(tagged.tags());
        all.keySet().removeAll(tagKeys);
        tagged.put(all);
        return new Done();
    }
}
