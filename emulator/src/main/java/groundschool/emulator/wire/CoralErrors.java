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
        return new AwsException(400, "SerializationException", "");
    }

    /// No operation has that name, or the emulator lacks it.
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
        if (code.equals("ValidationException")) {
            return "com.amazon.coral.validate#ValidationException";
        }
        return (FRAMEWORK.contains(code) ? "com.amazon.coral.service" : namespace) + "#" + code;
    }

    static String messageMember(String code) {
        return code.equals("TransactionCanceledException") || code.equals("AccessDeniedException")
                ? "Message"
                : "message";
    }
}
