package groundschool.emulator.apigateway;

import groundschool.emulator.AwsException;

/// API Gateway's errors, in its words.
///
/// Source: recorded answers of API Gateway; the API model for names and statuses
public final class GatewayErrors {

    private GatewayErrors() {}

    public static AwsException badRequest(String message) {
        return new AwsException(400, "BadRequestException", message);
    }

    public static AwsException notFound(String message) {
        return new AwsException(404, "NotFoundException", message);
    }

    public static AwsException conflict(String message) {
        return new AwsException(409, "ConflictException", message);
    }

    public static AwsException limit(String message) {
        return new AwsException(429, "LimitExceededException", message);
    }

    /// What AWS has and the emulator does not, said by name.
    public static AwsException notYet(String what) {
        return badRequest(
                "Groundschool's emulator does not have %s of API Gateway yet. docs/coverage.md lists what it has."
                        .formatted(what));
    }

    /// Something that AWS has and we do not was asked for.
    public static void refuse(String what, boolean given) {
        if (given) {
            throw notYet(what);
        }
    }

    public static AwsException noApi(String account, String id) {
        return notFound("Invalid API identifier specified %s:%s".formatted(account, id));
    }

    public static AwsException noResource() {
        return notFound("Invalid Resource identifier specified");
    }

    public static AwsException noMethod() {
        return notFound("Invalid Method identifier specified");
    }

    public static AwsException noIntegration() {
        return notFound("Invalid Integration identifier specified");
    }

    public static AwsException noStatusCode() {
        return notFound("Invalid Response status code specified");
    }

    public static AwsException noValidator() {
        return notFound("Invalid Request Validator identifier specified");
    }

    public static AwsException noModel(String name) {
        return notFound("Invalid model name specified: " + name);
    }

    public static AwsException noAuthorizer() {
        return notFound("Invalid Authorizer identifier specified");
    }

    public static AwsException noDeployment() {
        return notFound("Invalid Deployment identifier specified");
    }

    public static AwsException noStage() {
        return notFound("Invalid stage identifier specified");
    }

    public static AwsException noAuthorizerForMethod() {
        return badRequest(
                "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.");
    }
}
