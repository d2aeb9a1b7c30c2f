package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.function.Cors;
import groundschool.emulator.lambda.function.FunctionUrl;
import java.util.List;
import java.util.Optional;

/// Changes who may call a function's URL, and how it answers.
///
/// Source:
/// [UpdateFunctionUrlConfig](https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionUrlConfig.html)
public record UpdateFunctionUrlConfig(
        String functionName,
        Optional<String> qualifier,
        Optional<String> authType,
        Optional<Cors> cors,
        Optional<String> invokeMode)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        return List.of(
                new Access(
                        "lambda:UpdateFunctionUrlConfig",
                        reference.functionArn(),
                        UrlConfig.conditionKeys(
                                reference,
                                authType.or(() -> UrlConfig.authType(reference, functions)))));
    }

    @Override
    public UrlConfig run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        UrlConfig.requireFunction(reference, functions);
        var before = UrlConfig.find(reference, functions);
        cors.ifPresent(CorsRules::check);
        var after =
                new FunctionUrl(
                        before.id(),
                        before.function(),
                        before.alias(),
                        authType.orElse(before.authType()),
                        cors.or(before::cors),
                        invokeMode.or(before::invokeMode),
                        before.createdAt(),
                        call.now());
        functions.urls().put(after, call.region());
        return UrlConfig.written(after, reference, functions);
    }
}
