package groundschool.emulator.apigateway.serve;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.rest.ResponseType;
import groundschool.emulator.wire.Json;
import java.util.List;
import java.util.Optional;

/// Why the gateway itself answers, instead of what is behind it.
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ResponseType type;
    private final int status;
    private final Optional<String> message;
    private final String errorType;
    private final Said said;
    private final String why;

    /// How the body is written.
    ///
    /// Source: answers of API Gateway: what goes wrong once a request has been let in is told with
    /// a blank after the colon
    public enum Said {
        /// `{"message":"Forbidden"}`
        CLOSE,
        /// `{"message": "Internal server error"}`
        APART,
        /// `{"Message":"User is not authorized to access this resource"}`
        CAPITAL
    }

    private Trouble(
            ResponseType type,
            int status,
            Optional<String> message,
            String errorType,
            Said said,
            String why) {
        super(message.orElse("null"), null, false, false);
        this.type = type;
        this.status = status;
        this.message = message;
        this.errorType = errorType;
        this.said = said;
        this.why = why;
    }

    private static Trouble of(ResponseType type, String message, String errorType, Said said) {
        return new Trouble(
                type, type.status().orElse(500), Optional.of(message), errorType, said, message);
    }

    public ResponseType type() {
        return type;
    }

    /// Unless the API has set another.
    public int status() {
        return status;
    }

    /// What clients are told.
    public Optional<String> message() {
        return message;
    }

    /// The value of `x-amzn-ErrorType`.
    public String errorType() {
        return errorType;
    }

    /// The body, unless the API has set another.
    public String body() {
        var text = message.map(each -> Json.mapper().writeValueAsString(each)).orElse("null");
        return switch (said) {
            case CLOSE -> "{\"message\":" + text + "}";
            case APART -> "{\"message\": " + text + "}";
            case CAPITAL -> "{\"Message\":" + text + "}";
        };
    }

    /// The reason, for logs.
    public String why() {
        return why;
    }

    /// The same, for a reason that only logs tell.
    Trouble because(String reason) {
        return new Trouble(type, status, message, errorType, said, reason);
    }

    /// Nothing is at that path, or nobody signed.
    public static Trouble missingToken() {
        return of(
                ResponseType.MISSING_AUTHENTICATION_TOKEN,
                "Missing Authentication Token",
                "MissingAuthenticationTokenException",
                Said.CLOSE);
    }

    /// There is no such stage, or the key is none.
    public static Trouble forbidden() {
        return of(ResponseType.INVALID_API_KEY, "Forbidden", "ForbiddenException", Said.CLOSE);
    }

    public static Trouble unauthorized() {
        return of(ResponseType.UNAUTHORIZED, "Unauthorized", "UnauthorizedException", Said.CLOSE);
    }

    /// A Lambda authorizer's policy does not allow it.
    public static Trouble denied(boolean explicitly) {
        return of(
                ResponseType.ACCESS_DENIED,
                explicitly
                        ? "User is not authorized to access this resource with an explicit deny"
                        : "User is not authorized to access this resource",
                "AccessDeniedException",
                Said.CAPITAL);
    }

    /// IAM, or the API's own policy, does not allow it.
    public static Trouble denied(String message) {
        return of(ResponseType.ACCESS_DENIED, message, "AccessDeniedException", Said.CAPITAL);
    }

    /// A signature is wrong.
    public static Trouble signature(AwsException refusal) {
        return switch (refusal.code()) {
            case "MissingAuthenticationTokenException" -> missingToken();
            case "ExpiredTokenException" ->
                    of(ResponseType.EXPIRED_TOKEN, refusal.message(), refusal.code(), Said.CLOSE);
            default ->
                    of(
                            ResponseType.INVALID_SIGNATURE,
                            refusal.message(),
                            refusal.code(),
                            Said.CLOSE);
        };
    }

    /// The authorizer's function failed, or answered nonsense.
    public static Trouble authorizerConfiguration(String why) {
        return new Trouble(
                ResponseType.AUTHORIZER_CONFIGURATION_ERROR,
                500,
                Optional.empty(),
                "AuthorizerConfigurationException",
                Said.CLOSE,
                why);
    }

    /// The authorizer could not be called.
    public static Trouble authorizerFailure(String why) {
        return new Trouble(
                ResponseType.AUTHORIZER_FAILURE,
                500,
                Optional.empty(),
                "AuthorizerConfigurationException",
                Said.CLOSE,
                why);
    }

    public static Trouble throttled() {
        return of(
                ResponseType.THROTTLED,
                "Too Many Requests",
                "TooManyRequestsException",
                Said.CLOSE);
    }

    public static Trouble quotaExceeded() {
        return of(
                ResponseType.QUOTA_EXCEEDED,
                "Limit Exceeded",
                "LimitExceededException",
                Said.CLOSE);
    }

    public static Trouble tooLarge() {
        return of(
                ResponseType.REQUEST_TOO_LARGE,
                "Request Too Long",
                "RequestTooLargeException",
                Said.CLOSE);
    }

    public static Trouble unsupportedType() {
        return of(
                ResponseType.UNSUPPORTED_MEDIA_TYPE,
                "Unsupported Media Type",
                "BadRequestException",
                Said.APART);
    }

    /// @param missing the names of parameters
    public static Trouble missingParameters(List<String> missing) {
        return of(
                ResponseType.BAD_REQUEST_PARAMETERS,
                "Missing required request parameters: [%s]".formatted(String.join(", ", missing)),
                "BadRequestException",
                Said.APART);
    }

    public static Trouble badBody() {
        return of(
                ResponseType.BAD_REQUEST_BODY,
                "Invalid request body",
                "BadRequestException",
                Said.APART);
    }

    /// @param why such as that the function lets the gateway not call it
    public static Trouble internal(String why) {
        return new Trouble(
                ResponseType.API_CONFIGURATION_ERROR,
                500,
                Optional.of("Internal server error"),
                "InternalServerErrorException",
                Said.APART,
                why);
    }

    /// What is behind the gateway failed, or answered nonsense.
    public static Trouble badGateway(String why) {
        return new Trouble(
                ResponseType.DEFAULT_5XX,
                502,
                Optional.of("Internal server error"),
                "InternalServerErrorException",
                Said.APART,
                why);
    }

    /// What is behind the gateway cannot be reached.
    public static Trouble unreachable(String why) {
        return new Trouble(
                ResponseType.INTEGRATION_FAILURE,
                504,
                Optional.of("Network error communicating with endpoint"),
                "InternalServerErrorException",
                Said.APART,
                why);
    }

    public static Trouble timedOut() {
        return of(
                ResponseType.INTEGRATION_TIMEOUT,
                "Endpoint request timed out",
                "InternalServerErrorException",
                Said.APART);
    }
}
