package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.Alias;
import java.util.List;
import java.util.Optional;

/// Has an alias lead elsewhere, or describes it otherwise.
///
/// Source: [UpdateAlias](https://docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html)
public record UpdateAlias(
        String functionName,
        String name,
        Optional<String> functionVersion,
        Optional<String> description,
        Optional<AliasRouting> routingConfig,
        Optional<String> revisionId)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:UpdateAlias",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public AliasConfiguration run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, call);
        var before =
                functions
                        .aliases()
                        .get(call.region(), reference.name(), name)
                        .orElseThrow(() ->
                                LambdaErrors.notFound(
                                        "Alias not found: " + reference.qualified(name).arn()));
        Revisions.check(revisionId, before.revisionId());
        var version = functionVersion.orElse(before.version());
        var routing = routingConfig.or(() -> Optional.of(AliasRouting.of(before.weights())));
        var weights = AliasRouting.check(routing, version, reference, functions);
        var after =
                new Alias(
                        before.function(),
                        name,
                        version,
                        description.orElse(before.description()),
                        weights,
                        functions.revision(call));
        var versionBefore = functions.version(reference.qualified(before.version()));
        functions.aliases().put(after, call.region(), reference.name(), name);
        if (!version.equals(before.version())) {
            functions.provisioned().move(call.region(), reference.name(), name, versionBefore);
        }
        return AliasConfiguration.of(after, reference);
    }
}
