package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import java.util.List;
import java.util.Optional;

/// Gives the newest version of a function a number, under which it does not change any more.
///
/// Source: [PublishVersion](https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html)
public record PublishVersion(
        String functionName,
        Optional<String> codeSha256,
        Optional<String> description,
        Optional<String> revisionId,
        Optional<Object> publishTo)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:PublishVersion",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public FunctionConfiguration run(Functions functions, Call call) {
        LambdaErrors.refuse("PublishTo", publishTo.isPresent());
        var reference = FunctionReference.of(functionName, call);
        var function = functions.function(reference);
        Revisions.check(revisionId, function.latest().revisionId());
        codeSha256
                .filter(expected -> !expected.isEmpty())
                .filter(expected -> !expected.equals(function.latest().code().sha256()))
                .ifPresent(expected -> {
                    throw LambdaErrors.invalid(
                            "CodeSHA256 (%s) is different from current CodeSHA256 in $LATEST (%s). Please try again with the CodeSHA256 in $LATEST."
                                    .formatted(expected, function.latest().code().sha256()));
                });
        var published = Publishing.publish(function, description, functions, call);
        return FunctionConfiguration.of(
                published,
                functions,
                reference.qualified(published.version()),
                FunctionConfiguration.Moment.LATER);
    }
}
