package groundschool.emulator.lambda.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.function.Provisioned;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Provisioned concurrency as Lambda shows it.
///
/// Source:
/// [GetProvisionedConcurrencyConfig](https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html)
public record ProvisionedConfig(
        int requestedProvisionedConcurrentExecutions,
        int availableProvisionedConcurrentExecutions,
        int allocatedProvisionedConcurrentExecutions,
        String status,
        Optional<String> statusReason,
        String lastModified) {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    static ProvisionedConfig of(Provisioned kept) {
        return new ProvisionedConfig(
                kept.requested(),
                kept.allocated(),
                kept.allocated(),
                kept.status(),
                kept.reason(),
                TIME.format(kept.lastModified()));
    }

    /// The version that a reference leads to.
    ///
    /// @throws AwsException if it leads to none, or to one that is not published
    static FunctionVersion version(
            FunctionReference reference, Functions functions, String unpublished) {
        var qualifier = reference.qualifier().orElse(FunctionVersion.LATEST);
        if (qualifier.equals(FunctionVersion.LATEST)) {
            throw LambdaErrors.invalid(unpublished);
        }
        return functions
                .findVersion(reference)
                .orElseThrow(() ->
                        FunctionReference.isNumber(qualifier)
                                ? LambdaErrors.functionNotFound(reference.arn())
                                : LambdaErrors.aliasNotFound(reference.arn()));
    }

    static final String NOT_PUBLISHED =
            "The function resource provided must be an alias or a published version.";

    static AwsException notFound() {
        return new AwsException(
                404,
                "ProvisionedConcurrencyConfigNotFoundException",
                "No Provisioned Concurrency Config found for this function");
    }
}
