package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.function.Alias;
import java.util.Optional;

/// An alias as Lambda shows it.
///
/// Source:
/// [AliasConfiguration](https://docs.aws.amazon.com/lambda/latest/api/API_AliasConfiguration.html)
public record AliasConfiguration(
        String aliasArn,
        String name,
        String functionVersion,
        String description,
        Optional<AliasRouting> routingConfig,
        String revisionId) {

    static AliasConfiguration of(Alias alias, FunctionReference function) {
        return new AliasConfiguration(
                function.qualified(alias.name()).arn(),
                alias.name(),
                alias.version(),
                alias.description(),
                alias.weights().isEmpty()
                        ? Optional.empty()
                        : Optional.of(AliasRouting.of(alias.weights())),
                alias.revisionId());
    }
}
