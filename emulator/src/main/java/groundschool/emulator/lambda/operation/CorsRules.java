package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.Cors;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What is asked of the CORS settings of a function's URL, beyond the API model.
///
/// Source: [Cors](https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html)
final class CorsRules {

    private static final Set<String> METHODS =
            Set.of("GET", "PUT", "HEAD", "POST", "PATCH", "DELETE", "*");

    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^/\\s]+");

    private CorsRules() {}

    /// @throws groundschool.emulator.AwsException if browsers could do nothing with it
    static void check(Cors cors) {
        for (var method : cors.allowMethods().orElse(List.of())) {
            if (!METHODS.contains(method)) {
                throw LambdaErrors.invalid(
                        "Invalid HTTP method '%s' in AllowMethods. Valid methods are: DELETE, GET, HEAD, PATCH, POST, PUT, *"
                                .formatted(method));
            }
        }
        for (var origin : cors.allowOrigins().orElse(List.of())) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw LambdaErrors.invalid(
                        "Invalid origin '%s' in AllowOrigins. An origin is * or begins with http:// or https://"
                                .formatted(origin));
            }
        }
    }
}
