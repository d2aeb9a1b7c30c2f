package groundschool.emulator.apigatewayv2;

import groundschool.emulator.AwsException;

/// The errors of HTTP APIs, in AWS's words.
///
/// Source: the API model for names and statuses; the words are those of REST APIs
public final class V2Errors {

    private V2Errors() {}

    public static AwsException badRequest(String message) {
        return new AwsException(400, "BadRequestException", message);
    }

    public static AwsException notFound(String message) {
        return new AwsException(404, "NotFoundException", message);
    }

    public static AwsException conflict(String message) {
        return new AwsException(409, "ConflictException", message);
    }

    /// What AWS has and the emulator does not, said by name.
    public static void refuse(String what, boolean given) {
        if (given) {
            throw badRequest(
                    "Groundschool's emulator does not have %s of API Gateway V2 yet. docs/coverage.md lists what it has."
                            .formatted(what));
        }
    }
}
