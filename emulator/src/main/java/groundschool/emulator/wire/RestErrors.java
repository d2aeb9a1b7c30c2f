package groundschool.emulator.wire;

import groundschool.emulator.AwsException;

/// The framework's errors as REST services tell them: with other statuses than in JSON.
///
/// Source: recorded answers of Lambda; [Common
/// errors](https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html)
public final class RestErrors {

    private RestErrors() {}

    /// Nothing of the service is at that path.
    public static AwsException noOperation() {
        return CoralErrors.accessDenied(
                "Unable to determine service/operation name to be authorized");
    }

    /// The body is longer than the operation takes.
    public static AwsException tooLarge(long limitBytes, String operation) {
        return new AwsException(
                413,
                "RequestEntityTooLargeException",
                "Request must be smaller than %d bytes for the %s operation"
                        .formatted(limitBytes, operation));
    }

    /// A refusal as a REST service has it.
    static AwsException of(AwsException refusal) {
        return switch (refusal.code()) {
            case "MissingAuthenticationTokenException" ->
                    new AwsException(
                            403,
                            "MissingAuthenticationTokenException",
                            "Missing Authentication Token");
            case "AccessDeniedException",
                    "IncompleteSignatureException",
                    "InvalidSignatureException",
                    "UnrecognizedClientException",
                    "ExpiredTokenException" ->
                    as(403, refusal.code(), refusal);
            case "UnknownOperationException" -> as(404, refusal.code(), refusal);
            case "InternalServerError" -> as(500, "ServiceException", refusal);
            default -> refusal;
        };
    }

    private static AwsException as(int status, String code, AwsException refusal) {
        return new AwsException(status, code, refusal.message(), refusal.members());
    }
}
