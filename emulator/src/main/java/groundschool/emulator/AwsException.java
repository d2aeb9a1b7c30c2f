package groundschool.emulator;

import java.util.Map;

/// A refusal in AWS's own words, which the protocol writes as the service would.
///
/// Each service lists its own once, in its `XErrors`.
public final class AwsException extends RuntimeException {

    private final int status;
    private final String code;
    private final Map<String, Object> members;

    /// @param code the error's shape name, such as `ResourceNotFoundException`
    /// @param members further members of the error's shape, by the model's names
    public AwsException(int status, String code, String message, Map<String, Object> members) {
        // No stack trace: a refusal is an answer, not a fault, and throttled clients cause many.
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.members = Map.copyOf(members);
    }

    public AwsException(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The error's shape name.
    public String code() {
        return code;
    }

    /// Further members of the error's shape.
    public Map<String, Object> members() {
        return members;
    }

    /// The message, in AWS's words.
    public String message() {
        return String.valueOf(getMessage());
    }
}
