package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.util.Set;

/// The errors of AWS's service framework, which every JSON service shares.
public final class CoralErrors {

    private static final Set<String> FRAMEWORK =
            Set.of(
                    "SerializationException",
                    "UnknownOperationException",
                    "MissingAuthenticationTokenException",
                    "IncompleteSignatureException",
                    "InvalidSignatureException",
                    "UnrecognizedClientException",
                    "AccessDeniedException",
                    "InternalFailure");

    private CoralErrors() {}

    /// The body is no JSON object.
    public static AwsException serialization() {
        return serialization("");
    }

    /// A value is not of the type that the model says.
    public static AwsException serialization(String message) {
        return new AwsException(400, "SerializationException", message);
    }

    /// The input breaks constraints of the model.
    public static AwsException validation(String message) {
        return new AwsException(400, "ValidationException", message);
    }

    /// AWS has the operation, the emulator does not yet.
    public static AwsException notYet(String service, String operation) {
        return new AwsException(
                400,
                "UnknownOperationException",
                "Groundschool's emulator does not have %s of %s yet. docs/coverage.md lists what it has."
                        .formatted(operation, service));
    }

    /// No operation has that name.
    public static AwsException unknownOperation() {
        return new AwsException(400, "UnknownOperationException", "");
    }

    /// The emulator failed; the log has the cause.
    public static AwsException internal() {
        return new AwsException(
                500,
                "InternalServerError",
                "The request processing has failed because of an unknown error, exception or failure.");
    }

    /// IAM said no.
    public static AwsException accessDenied(String message) {
        return new AwsException(400, "AccessDeniedException", message);
    }

    static String type(String code, String namespace) {
        return switch (code) {
            case "ValidationException" -> "com.amazon.coral.validate#ValidationException";
            case "ThrottlingException" -> "com.amazon.coral.availability#ThrottlingException";
            default ->
                    (FRAMEWORK.contains(code) ? "com.amazon.coral.service" : namespace)
                            + "#"
                            + code;
        };
    }

    /// The member that holds an error's message: with a capital in these few, as observed.
    static String messageMember(String code) {
        return switch (code) {
            case "TransactionCanceledException",
                    "AccessDeniedException",
                    "SerializationException" ->
                    "Message";
            default -> "message";
        };
    }
}
