package groundschool.emulator.cloudwatch;

import groundschool.emulator.AwsException;
import java.util.List;
import java.util.Map;

/// Every error of CloudWatch once, in AWS's words.
public final class CloudWatchErrors {

    private CloudWatchErrors() {}

    public static AwsException invalidValue(String message) {
        return new AwsException(400, "InvalidParameterValueException", message);
    }

    public static AwsException invalidCombination(String message) {
        return new AwsException(400, "InvalidParameterCombinationException", message);
    }

    public static AwsException missing(String message) {
        return new AwsException(400, "MissingRequiredParameterException", message);
    }

    public static AwsException validation(String message) {
        return new AwsException(400, "ValidationException", message);
    }

    /// There is no such alarm; the real service says no more.
    public static AwsException noAlarm() {
        return new AwsException(404, "ResourceNotFound", "");
    }

    public static AwsException noResource() {
        return new AwsException(
                404, "ResourceNotFoundException", "", Map.of("ResourceType", "", "ResourceId", ""));
    }

    public static AwsException noDashboard(String name) {
        return new AwsException(
                404, "DashboardNotFoundError", "Dashboard " + name + " does not exist");
    }

    public static AwsException invalidDashboard(String message) {
        return new AwsException(
                400,
                "DashboardInvalidInputError",
                "The field DashboardBody must be a valid JSON object",
                Map.of(
                        "dashboardValidationMessages",
                        List.of(Map.of("DataPath", "/", "Message", message))));
    }

    public static AwsException invalidToken() {
        return new AwsException(400, "InvalidNextToken", "Invalid nextToken");
    }

    public static AwsException limitExceeded(String what) {
        return new AwsException(400, "LimitExceededFault", what);
    }

    public static AwsException exclusive(String one, String other) {
        return invalidCombination(
                "The parameters %s and %s are mutually exclusive and you have specified both."
                        .formatted(one, other));
    }

    /// Something that AWS has and the emulator does not: never passed over in silence.
    public static AwsException notYet(String what) {
        return validation("Groundschool's emulator does not have %s yet.".formatted(what));
    }
}
