package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.Cors;
import groundschool.emulator.lambda.function.FunctionUrl;
import java.util.List;
import java.util.Optional;

/// Gives a function, or an alias, a name of its own at which it answers HTTP.
///
/// Source:
/// [CreateFunctionUrlConfig](https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html)
public record CreateFunctionUrlConfig(
        String functionName,
        Optional<String> qualifier,
        String authType,
        Optional<Cors> cors,
        Optional<String> invokeMode)
        implements LambdaOperation, Operation<Functions> {

    private static final int ID_LETTERS = 32;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    public record Response(
            String functionUrl,
            String functionArn,
            String authType,
            Optional<Cors> cors,
            String creationTime,
            Optional<String> invokeMode) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        return List.of(
                new Access(
                        "lambda:CreateFunctionUrlConfig",
                        reference.functionArn(),
                        UrlConfig.conditionKeys(reference, Optional.of(authType))));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        UrlConfig.requireFunction(reference, functions);
        var alias = reference.qualifier();
        if (functions.urls().of(call.region(), reference.name(), alias).isPresent()) {
            throw LambdaErrors.conflict(
                    "Failed to create function url config for [functionArn = %s]. Error message:  FunctionUrlConfig exists for this Lambda function"
                            .formatted(reference.arn()));
        }
        cors.ifPresent(CorsRules::check);
        var url =
                new FunctionUrl(
                        id(call),
                        reference.name(),
                        alias,
                        authType,
                        cors,
                        invokeMode,
                        call.now(),
                        call.now());
        functions.urls().put(url, call.region());
        call.keys().claim(FunctionUrl.claim(url.id()));
        return new Response(
                functions.urls().address(url, call.region()),
                reference.arn(),
                authType,
                cors,
                UrlConfig.time(url.createdAt()),
                invokeMode);
    }

    private static String id(Call call) {
        var id = new StringBuilder(ID_LETTERS);
        while (id.length() < ID_LETTERS) {
            id.append(LETTERS.charAt(call.random().nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
