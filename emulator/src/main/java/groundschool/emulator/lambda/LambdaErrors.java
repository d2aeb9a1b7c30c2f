package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import java.util.Map;

/// Lambda's errors, in its words.
///
/// Source: recorded answers of Lambda; the API model for names and statuses
public final class LambdaErrors {

    private LambdaErrors() {}

    public static AwsException invalid(String message) {
        return new AwsException(400, "InvalidParameterValueException", message);
    }

    /// What AWS has and the emulator does not, said by name.
    public static AwsException notYet(String what) {
        return invalid(
                "Groundschool's emulator does not have %s of Lambda yet. docs/coverage.md lists what it has."
                        .formatted(what));
    }

    public static AwsException notFound(String message) {
        return new AwsException(404, "ResourceNotFoundException", message);
    }

    /// @param arn as far as the request names it
    public static AwsException functionNotFound(String arn) {
        return notFound("Function not found: " + arn);
    }

    public static AwsException aliasNotFound(String arn) {
        return notFound("Cannot find alias arn: " + arn);
    }

    public static AwsException otherRegion(String wanted, String here) {
        return notFound(
                "Functions from '%s' are not reachable in this region ('%s')"
                        .formatted(wanted, here));
    }

    /// AWS says nothing more.
    public static AwsException otherAccount() {
        return new AwsException(403, "AccessDeniedException", "");
    }

    public static AwsException conflict(String message) {
        return new AwsException(409, "ResourceConflictException", message);
    }

    /// @param api where the latest revision is to be had, such as `GetFunction/GetAlias`
    public static AwsException otherRevision(String api) {
        return new AwsException(
                412,
                "PreconditionFailedException",
                "The Revision Id provided does not match the latest Revision Id. Call the %s API to retrieve the latest Revision Id"
                        .formatted(api));
    }

    /// The body of an invocation is no JSON.
    public static AwsException invalidContent(String why) {
        return new AwsException(
                400,
                "InvalidRequestContentException",
                "Could not parse request body into json: Could not parse payload into json: "
                        + why);
    }

    /// An archive that comes with its request is too large.
    static AwsException zippedTooLarge(long limitBytes) {
        return new AwsException(
                413,
                "RequestEntityTooLargeException",
                "Zipped size must be smaller than %d bytes".formatted(limitBytes));
    }

    public static AwsException requestTooLarge(long limitBytes, String operation) {
        return new AwsException(
                413,
                "RequestTooLargeException",
                "Request must be smaller than %d bytes for the %s operation"
                        .formatted(limitBytes, operation));
    }

    /// @param reason of AWS's list, such as `ReservedFunctionConcurrentInvocationLimitExceeded` A
    ///   key does not give an environment its variables.
    static AwsException noVariables(AwsException refusal) {
        return switch (refusal.code()) {
            case "DisabledException" ->
                    unreadable(
                            "KMSDisabledException",
                            "the KMS key used is disabled. Please check the function's KMS key settings.",
                            refusal);
            case "KMSInvalidStateException" ->
                    unreadable(
                            "KMSInvalidStateException",
                            "the KMS key used is in an invalid state for Decrypt. Please check the function's KMS key settings.",
                            refusal);
            case "NotFoundException" ->
                    unreadable(
                            "KMSNotFoundException",
                            "the KMS key was not found. Please check the function's KMS key settings.",
                            refusal);
            default ->
                    unreadable(
                            "KMSAccessDeniedException",
                            "KMS access was denied. Please check the function's KMS key settings.",
                            refusal);
        };
    }

    private static AwsException unreadable(String code, String why, AwsException refusal) {
        return new AwsException(
                502,
                code,
                "Lambda was unable to decrypt the environment variables because %s KMS Exception: %s KMS Message: %s"
                        .formatted(why, VariableKeys.exception(refusal), refusal.message()));
    }

    public static AwsException tooManyRequests(String reason) {
        return new AwsException(
                429, "TooManyRequestsException", "Rate Exceeded.", Map.of("Reason", reason));
    }

    /// Parameters that are in no model of ours, or that we refuse.
    public static void refuse(String parameter, boolean given) {
        if (given) {
            throw notYet("the parameter " + parameter);
        }
    }
}
