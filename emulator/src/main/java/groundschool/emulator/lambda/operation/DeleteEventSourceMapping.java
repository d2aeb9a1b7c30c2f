package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import java.util.List;

/// Has a function be given no more records of a stream.
///
/// Source:
/// [DeleteEventSourceMapping](https://docs.aws.amazon.com/lambda/latest/api/API_DeleteEventSourceMapping.html)
public record DeleteEventSourceMapping(String uuid)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                new Access(
                        "lambda:DeleteEventSourceMapping",
                        EventSourceMapping.arn(uuid, call),
                        MappingKeys.of(uuid, functions, call)));
    }

    @Override
    public EventSourceMapping run(Functions functions, Call call) {
        var mapping = EventSourceMapping.find(uuid, functions, call);
        functions.mappings().remove(mapping);
        return EventSourceMapping.of(mapping, "Deleting", call);
    }
}
