package groundschool.emulator.s3.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.s3.S3Errors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The tokens by which lists go on: where the page before ended, in base64.
final class Tokens {

    private Tokens() {}

    static String of(String last) {
        return "1" + Base64.getEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws AwsException if it is none
    static String read(String token, String parameter) {
        try {
            if (token.startsWith("1")) {
                return new String(
                        Base64.getDecoder().decode(token.substring(1)), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            throw invalid(token, parameter);
        }
        throw invalid(token, parameter);
    }

    private static AwsException invalid(String token, String parameter) {
        return S3Errors.invalidArgument(
                "The continuation token provided is incorrect", parameter, token);
    }
}
