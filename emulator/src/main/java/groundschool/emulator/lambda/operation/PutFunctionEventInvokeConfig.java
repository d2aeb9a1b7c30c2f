package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Says what becomes of asynchronous invocations; what is not said is as usual again.
///
/// Source:
/// [PutFunctionEventInvokeConfig](https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html)
public record PutFunctionEventInvokeConfig(
        String functionName,
        Optional<String> qualifier,
        Optional<Integer> maximumRetryAttempts,
        Optional<Integer> maximumEventAgeInSeconds,
        Optional<DestinationConfig> destinationConfig)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:PutFunctionEventInvokeConfig",
                        FunctionReference.of(functionName, qualifier, call).arn()));
    }

    @Override
    public EventInvokeConfig run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        return EventInvokeConfig.put(
                reference,
                Optional.empty(),
                new EventInvokeConfig.Wish(
                        maximumRetryAttempts, maximumEventAgeInSeconds, destinationConfig),
                functions,
                call);
    }
}
