package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.Code;
import groundschool.emulator.lambda.function.Function;
import groundschool.emulator.lambda.function.FunctionVersion;
import java.util.List;
import java.util.Optional;

/// Gives a function other code.
///
/// Source:
/// [UpdateFunctionCode](https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html)
public record UpdateFunctionCode(
        String functionName,
        Optional<byte[]> zipFile,
        Optional<String> s3Bucket,
        Optional<String> s3Key,
        Optional<String> s3ObjectVersion,
        Optional<Object> imageUri,
        Optional<Boolean> publish,
        Optional<Object> publishTo,
        Optional<Boolean> dryRun,
        Optional<String> revisionId,
        Optional<List<String>> architectures,
        Optional<Object> sourceKMSKeyArn)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:UpdateFunctionCode",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public FunctionConfiguration run(Functions functions, Call call) {
        LambdaErrors.refuse("PublishTo", publishTo.isPresent());
        var reference = FunctionReference.of(functionName, call);
        var function = functions.function(reference);
        if (imageUri.isPresent()) {
            throw LambdaErrors.invalid(
                    "Please don't provide ImageUri when updating a function with packageType Zip.");
        }
        Revisions.check(revisionId, function.latest().revisionId());
        var before = function.latest();
        var archive =
                new FunctionCode(
                                zipFile,
                                s3Bucket,
                                s3Key,
                                s3ObjectVersion,
                                imageUri,
                                sourceKMSKeyArn)
                        .archive(before.configuration().layers(), functions, call);
        var after = after(before, functions.keep(archive), functions, call);
        if (dryRun.orElse(false)) {
            return FunctionConfiguration.of(
                    after, functions, reference, FunctionConfiguration.Moment.LATER);
        }
        functions.putLatest(function, after, call.region());
        functions.runner().retire(reference);
        return shown(function.with(after), reference, functions, call);
    }

    private FunctionVersion after(
            FunctionVersion before, Code code, Functions functions, Call call) {
        return new FunctionVersion(
                before.function(),
                before.version(),
                architectures.map(before.configuration()::on).orElse(before.configuration()),
                code,
                call.now(),
                functions.revision(call));
    }

    private FunctionConfiguration shown(
            Function function, FunctionReference reference, Functions functions, Call call) {
        if (publish.orElse(false)) {
            var published = Publishing.publish(function, Optional.empty(), functions, call);
            return FunctionConfiguration.of(
                    published,
                    functions,
                    reference.qualified(published.version()),
                    FunctionConfiguration.Moment.LATER);
        }
        return FunctionConfiguration.of(
                // It gets another id once the update is done.
                function.latest().revised(functions.revision(call)),
                functions,
                reference,
                FunctionConfiguration.Moment.UPDATED);
    }
}
