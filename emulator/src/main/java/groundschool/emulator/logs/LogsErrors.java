package groundschool.emulator.logs;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.logs.insights.QueryException;
import java.util.Map;

/// Every error of CloudWatch Logs once, in AWS's words.
public final class LogsErrors {

    private LogsErrors() {}

    public static AwsException invalidParameter(String message) {
        return new AwsException(400, "InvalidParameterException", message);
    }

    private static AwsException notFound(String message) {
        return new AwsException(400, "ResourceNotFoundException", message);
    }

    private static AwsException exists(String message) {
        return new AwsException(400, "ResourceAlreadyExistsException", message);
    }

    static AwsException nameTooLong() {
        return invalidParameter(
                "Invalid LogGroup or LogStream, both must have length less than or equal to 512.");
    }

    public static AwsException groupNotFound() {
        return notFound("The specified log group does not exist.");
    }

    public static AwsException streamNotFound() {
        return notFound("The specified log stream does not exist.");
    }

    public static AwsException resourceNotFound() {
        return notFound("The specified resource does not exist.");
    }

    public static AwsException filterNotFound(String kind) {
        return notFound("The specified " + kind + " filter does not exist.");
    }

    public static AwsException groupExists() {
        return exists("The specified log group already exists");
    }

    public static AwsException streamExists() {
        return exists("The specified log stream already exists");
    }

    /// A group was named twice.
    public static AwsException nameAndArn() {
        return new AwsException(
                400,
                "ValidationException",
                "LogGroup name and LogGroup ARN are mutually exclusive parameters.");
    }

    /// A group was not named at all.
    public static AwsException noGroup() {
        return invalidParameter("Either LogGroup name or LogGroup ARN must be specified.");
    }

    public static AwsException prefixAndPattern() {
        return invalidParameter(
                "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
    }

    public static AwsException invalidToken() {
        return invalidParameter("The specified nextToken is invalid.");
    }

    public static AwsException limitExceeded() {
        return new AwsException(400, "LimitExceededException", "Resource limit exceeded.");
    }

    public static AwsException isProtected() {
        return new AwsException(
                400,
                "ValidationException",
                "The log group has deletion protection enabled. Disable it before you delete the log group.");
    }

    public static AwsException tooManyTags() {
        return new AwsException(
                400, "TooManyTagsException", "A resource can have no more than 50 tags.");
    }

    public static AwsException wrongOrder() {
        return invalidParameter(
                "Log events in a single PutLogEvents request must be in chronological order.");
    }

    public static AwsException spanTooLong() {
        return invalidParameter(
                "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
    }

    public static AwsException batchTooLarge(long sizeBytes, long limitBytes) {
        return invalidParameter(
                "Upload too large: %d bytes exceeds limit of %d".formatted(sizeBytes, limitBytes));
    }

    public static AwsException eventTooLarge(long sizeBytes, long limitBytes) {
        return invalidParameter(
                "Log event too large: %d bytes exceeds limit of %d"
                        .formatted(sizeBytes, limitBytes));
    }

    public static AwsException invalidRetention(int days, Object allowed) {
        return invalidParameter(
                "1 validation error detected: Value '%d' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: %s"
                        .formatted(days, allowed));
    }

    public static AwsException noQuery(String id) {
        return notFound("Query with id %s does not exist.".formatted(id));
    }

    public static AwsException queryIsOver(String id) {
        return invalidParameter("Query with id %s is not in a running state.".formatted(id));
    }

    /// As the real service says it, with what its inner client adds.
    public static AwsException noGroupToQuery(String name, Call call) {
        return notFound(
                "Log group '%s' does not exist for account ID '%s' (Service: AWSLogs; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: %s; Proxy: null)"
                        .formatted(name, call.account(), call.requestId()));
    }

    public static AwsException malformedQuery(QueryException wrong) {
        return new AwsException(
                400,
                "MalformedQueryException",
                "%s (char offset %d)".formatted(wrong.message(), wrong.start()),
                Map.of(
                        "queryCompileError",
                        Map.of(
                                "location",
                                Map.of(
                                        "startCharOffset",
                                        wrong.start(),
                                        "endCharOffset",
                                        wrong.end()),
                                "message",
                                wrong.message())));
    }

    public static AwsException noPolicy(String name) {
        return notFound("Policy with name [%s] does not exist.".formatted(name));
    }

    public static AwsException invalidPattern() {
        return invalidParameter("Invalid filter pattern");
    }

    /// Something that AWS has and the emulator does not: never passed over in silence. A
    /// subscription of another account's function.
    public static AwsException otherAccountsFunction() {
        return new AwsException(
                400,
                "AccessDeniedException",
                "Cross-account lambda invocation passing is not allowed. You must use DestinationPolicies to create cross account lambda triggers.");
    }

    public static AwsException notYet(String what) {
        return invalidParameter("Groundschool's emulator does not have %s yet.".formatted(what));
    }
}
