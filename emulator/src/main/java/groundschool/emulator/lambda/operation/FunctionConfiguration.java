package groundschool.emulator.lambda.operation;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.VariableKeys;
import groundschool.emulator.lambda.function.Encryption;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.function.Logging;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A version of a function as Lambda shows it.
///
/// Changes are complete for the next call: in the answer that made one, a function is still being
/// created, or updated.
///
/// Source:
/// [FunctionConfiguration](https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html)
public record FunctionConfiguration(
        String functionName,
        String functionArn,
        String runtime,
        String role,
        String handler,
        long codeSize,
        String description,
        int timeout,
        int memorySize,
        String lastModified,
        String codeSha256,
        String version,
        Optional<Environment> environment,
        TracingConfig tracingConfig,
        Optional<String> masterArn,
        String revisionId,
        Optional<List<Layer>> layers,
        Optional<String> state,
        Optional<String> stateReason,
        Optional<String> stateReasonCode,
        Optional<String> lastUpdateStatus,
        Optional<String> lastUpdateStatusReason,
        Optional<String> lastUpdateStatusReasonCode,
        String packageType,
        List<String> architectures,
        EphemeralStorage ephemeralStorage,
        SnapStart snapStart,
        Optional<RuntimeVersionConfig> runtimeVersionConfig,
        Logging loggingConfig,
        Optional<String> kmsKeyArn) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private static final String CREATING = "The function is being created.";

    /// Variables that a function sees.
    ///
    /// @param variables absent if the caller may not see them
    /// @param error why not
    public record Environment(
            Optional<Map<String, String>> variables, Optional<EnvironmentError> error) {}

    /// @param errorCode such as `AccessDeniedException`
    public record EnvironmentError(String errorCode, String message) {}

    public record TracingConfig(String mode) {}

    /// A layer's version that is laid below the code.
    public record Layer(String arn, long codeSize) {}

    /// @param size in MB
    public record EphemeralStorage(int size) {}

    public record SnapStart(String applyOn, String optimizationStatus) {}

    public record RuntimeVersionConfig(String runtimeVersionArn) {}

    /// When a version is shown.
    public enum Moment {
        CREATED,
        UPDATED,
        LATER,
        /// Lists leave states out.
        LISTED
    }

    /// @param reference whose qualifier, if it has one, the ARN shows
    static FunctionConfiguration of(
            FunctionVersion version,
            Functions functions,
            FunctionReference reference,
            Moment moment) {
        var how = version.configuration();
        boolean isCreated = moment == Moment.CREATED;
        boolean isUpdated = moment == Moment.UPDATED;
        boolean isListed = moment == Moment.LISTED;
        return new FunctionConfiguration(
                version.function(),
                reference.arn(),
                how.runtime(),
                how.role(),
                how.handler(),
                version.code().size(),
                how.description(),
                how.timeout(),
                how.memorySize(),
                TIME.format(version.lastModified()),
                version.code().sha256(),
                version.version(),
                how.variables().map(all -> new Environment(Optional.of(all), Optional.empty())),
                new TracingConfig(how.tracing()),
                Optional.empty(),
                version.revisionId(),
                layers(how.layers(), functions),
                when(!isListed, isCreated ? "Pending" : "Active"),
                when(isCreated, CREATING),
                when(isCreated, "Creating"),
                when(!isCreated && !isListed, isUpdated ? "InProgress" : "Successful"),
                when(isUpdated, CREATING),
                when(isUpdated, "Creating"),
                "Zip",
                how.architectures(),
                new EphemeralStorage(how.ephemeralStorage()),
                new SnapStart("None", "Off"),
                isListed
                        ? Optional.empty()
                        : Optional.of(runtimeVersion(how.runtime(), reference.region())),
                how.logging(),
                how.encryption().map(Encryption::keyArn));
    }

    /// As a caller sees it that may not decrypt the variables, if that is so.
    FunctionConfiguration readBy(Call call, FunctionVersion version, FunctionReference function) {
        return VariableKeys.refusal(version.configuration().encryption(), function, call)
                .map(refusal ->
                        with(
                                new Environment(
                                        Optional.empty(),
                                        Optional.of(
                                                new EnvironmentError(
                                                        refusal.code(),
                                                        "Lambda was unable to decrypt your environment variables because the KMS access was denied. Please check your KMS permissions. KMS Exception: %s KMS Message: %s"
                                                                .formatted(
                                                                        refusal.code(),
                                                                        refusal.message()))))))
                .orElse(this);
    }

    private FunctionConfiguration with(Environment otherEnvironment) {
        return new FunctionConfiguration(
                functionName,
                functionArn,
                runtime,
                role,
                handler,
                codeSize,
                description,
                timeout,
                memorySize,
                lastModified,
                codeSha256,
                version,
                Optional.of(otherEnvironment),
                tracingConfig,
                masterArn,
                revisionId,
                layers,
                state,
                stateReason,
                stateReasonCode,
                lastUpdateStatus,
                lastUpdateStatusReason,
                lastUpdateStatusReasonCode,
                packageType,
                architectures,
                ephemeralStorage,
                snapStart,
                runtimeVersionConfig,
                loggingConfig,
                kmsKeyArn);
    }

    /// @param isQualified whether the ARN shows the version
    static FunctionConfiguration listed(
            FunctionVersion version,
            Functions functions,
            FunctionReference function,
            boolean isQualified) {
        return of(
                version,
                functions,
                isQualified ? function.qualified(version.version()) : function,
                Moment.LISTED);
    }

    private static Optional<String> when(boolean shown, String text) {
        return shown ? Optional.of(text) : Optional.empty();
    }

    private static Optional<List<Layer>> layers(List<String> arns, Functions functions) {
        return arns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        arns.stream()
                                .map(arn ->
                                        new Layer(
                                                arn,
                                                functions
                                                        .layers()
                                                        .find(arn)
                                                        .map(layer -> layer.code().size())
                                                        .orElse(0L)))
                                .toList());
    }

    /// The ARN of the one build of its runtime that there is.
    static String runtimeVersionArn(FunctionVersion version, String region) {
        return runtimeVersion(version.configuration().runtime(), region).runtimeVersionArn();
    }

    /// AWS names a build of the runtime by a hash; here there is one of each.
    private static RuntimeVersionConfig runtimeVersion(String runtime, String region) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(runtime.getBytes(StandardCharsets.UTF_8));
            return new RuntimeVersionConfig(
                    "arn:aws:lambda:%s::runtime:%s"
                            .formatted(region, HexFormat.of().formatHex(hash)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
