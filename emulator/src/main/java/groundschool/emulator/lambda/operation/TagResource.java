package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Map;

/// Labels a function.
///
/// Source: [TagResource](https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html)
public record TagResource(String resource, Map<String, String> tags)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(new Access("lambda:TagResource", resource, TagRules.conditionKeys(tags)));
    }

    @Override
    public Done run(Functions functions, Call call) {
        var function = TagRules.taggable(resource, functions, call);
        functions.put(function.tagged(TagRules.merged(function.tags(), tags)), call.region());
        return new Done();
    }
}
