package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.CodeLinks;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows how a version of a function is run, and where its code can be fetched.
///
/// Source: [GetFunction](https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html)
public record GetFunction(String functionName, Optional<String> qualifier)
        implements LambdaOperation, Operation<Functions> {

    /// Where the code is.
    public record Code(String repositoryType, String location) {}

    /// How many run at most.
    public record Concurrency(int reservedConcurrentExecutions) {}

    /// @param tags absent if there are none
    public record Response(
            FunctionConfiguration configuration,
            Code code,
            Optional<Map<String, String>> tags,
            Optional<Concurrency> concurrency) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetFunction",
                        FunctionReference.of(functionName, qualifier, call).arn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        var version = functions.version(reference);
        var function = functions.function(reference);
        return new Response(
                FunctionConfiguration.of(
                                version, functions, reference, FunctionConfiguration.Moment.LATER)
                        .readBy(call, version, reference),
                new Code("S3", CodeLinks.of(version, functions, call)),
                Optional.of(function.tags()).filter(tags -> !tags.isEmpty()),
                function.reservedConcurrency().map(Concurrency::new));
    }
}
