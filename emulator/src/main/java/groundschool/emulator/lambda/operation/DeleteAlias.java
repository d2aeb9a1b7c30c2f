package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;

/// Deletes an alias, if it is there.
///
/// Source: [DeleteAlias](https://docs.aws.amazon.com/lambda/latest/api/API_DeleteAlias.html)
public record DeleteAlias(String functionName, String name)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:DeleteAlias",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Done run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, call);
        var function = reference.name();
        functions
                .provisioned()
                .of(call.region(), function, name)
                .ifPresent(kept ->
                        functions
                                .provisioned()
                                .remove(
                                        call.region(),
                                        kept,
                                        functions.version(reference.qualified(name))));
        functions.aliases().remove(call.region(), function, name);
        functions.statements().remove(call.region(), function, name);
        functions.eventInvoking().remove(call.region(), function, name);
        return new Done();
    }
}
