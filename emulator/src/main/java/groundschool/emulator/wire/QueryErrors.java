package groundschool.emulator.wire;

import groundschool.emulator.AwsException;

/// The framework's errors as query services call them: other names than in JSON, and other
/// statuses.
///
/// Source: [Common errors](https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html)
/// of IAM and STS
public final class QueryErrors {

    private QueryErrors() {}

    /// No operation has that name, or there is none in that version.
    public static AwsException invalidAction(String action, String version) {
        return new AwsException(
                400,
                "InvalidAction",
                "Could not find operation %s for version %s".formatted(action, version));
    }

    /// The request names no operation.
    public static AwsException missingAction() {
        return new AwsException(400, "MissingAction", "Missing Action");
    }

    /// A refusal under the name that a query service has for it.
    static AwsException of(AwsException refusal) {
        return switch (refusal.code()) {
            case "MissingAuthenticationTokenException" ->
                    as(403, "MissingAuthenticationToken", refusal);
            case "IncompleteSignatureException" -> as(403, "IncompleteSignature", refusal);
            case "InvalidSignatureException" -> as(403, "SignatureDoesNotMatch", refusal);
            case "UnrecognizedClientException" -> as(403, "InvalidClientTokenId", refusal);
            case "ExpiredTokenException" -> expired(refusal);
            case "AccessDeniedException" -> as(403, "AccessDenied", refusal);
            case "ValidationException" -> as(400, "ValidationError", refusal);
            case "SerializationException" -> as(400, "MalformedInput", refusal);
            case "UnknownOperationException" -> as(400, "InvalidAction", refusal);
            case "InternalServerError" -> as(500, "InternalFailure", refusal);
            default -> refusal;
        };
    }

    /// STS has an error of its own of that name, about tokens of identity providers.
    private static AwsException expired(AwsException refusal) {
        return refusal.message().equals(SignatureErrors.expiredToken().message())
                ? as(403, "ExpiredToken", refusal)
                : refusal;
    }

    private static AwsException as(int status, String code, AwsException refusal) {
        return new AwsException(status, code, refusal.message(), refusal.members());
    }
}
