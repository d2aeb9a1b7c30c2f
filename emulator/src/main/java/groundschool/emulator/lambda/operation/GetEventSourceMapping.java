package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import java.util.List;

/// Shows an event source mapping.
///
/// Source:
/// [GetEventSourceMapping](https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html)
public record GetEventSourceMapping(String uuid) implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                new Access(
                        "lambda:GetEventSourceMapping",
                        EventSourceMapping.arn(uuid, call),
                        MappingKeys.of(uuid, functions, call)));
    }

    @Override
    public EventSourceMapping run(Functions functions, Call call) {
        return EventSourceMapping.of(EventSourceMapping.find(uuid, functions, call), call);
    }
}
