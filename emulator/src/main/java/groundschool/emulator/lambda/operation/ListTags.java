package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Map;

/// Lists the labels of a function.
///
/// Source: [ListTags](https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html)
public record ListTags(String resource) implements LambdaOperation, Operation<Functions> {

    public record Response(Map<String, String> tags) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(new Access("lambda:ListTags", resource, Map.of()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        return new Response(TagRules.taggable(resource, functions, call).tags());
    }
}
