package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.V2Errors;

/// What stages must be like.
final class StageRules {

    private StageRules() {}

    /// @throws AwsException if no stage is called so
    static void checkName(String name) {
        if (!name.equals("$default") && !name.matches("[a-zA-Z0-9_-]{1,128}")) {
            throw V2Errors.badRequest(
                    "Stage name only allows a-zA-Z0-9_- and must be between 1 and 128 characters, or be $default");
        }
    }
}
