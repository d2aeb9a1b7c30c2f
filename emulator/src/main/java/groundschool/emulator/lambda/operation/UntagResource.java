package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes labels off a function.
///
/// Source: [UntagResource](https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html)
public record UntagResource(String resource, List<String> tagKeys)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                new Access("lambda:UntagResource", resource, Map.of("aws:TagKeys", tagKeys)));
    }

    @Override
    public Done run(Functions functions, Call call) {
        var function = TagRules.taggable(resource, functions, call);
        var left = new HashMap<>(function.tags());
        left.keySet().removeAll(Set.copyOf(tagKeys));
        functions.put(function.tagged(left), call.region());
        return new Done();
    }
}
