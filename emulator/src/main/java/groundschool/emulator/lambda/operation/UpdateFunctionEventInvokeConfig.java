package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Says otherwise what becomes of asynchronous invocations; what is not said stays.
///
/// Source:
/// [UpdateFunctionEventInvokeConfig](https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionEventInvokeConfig.html)
public record UpdateFunctionEventInvokeConfig(
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
                        "lambda:UpdateFunctionEventInvokeConfig",
                        FunctionReference.of(functionName, qualifier, call).arn()));
    }

    @Override
    public EventInvokeConfig run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        return EventInvokeConfig.put(
                reference,
                Optional.of(EventInvokeConfig.find(reference, functions)),
                new EventInvokeConfig.Wish(
                        maximumRetryAttempts, maximumEventAgeInSeconds, destinationConfig),
                functions,
                call);
    }
}
