package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.S3Errors;

/// What is said of the numbers of parts.
final class Parts {

    private static final int MOST = 10_000;

    private Parts() {}

    /// @throws groundschool.emulator.AwsException if no part can have that number
    static int checked(int number) {
        if (number < 1 || number > MOST) {
            throw S3Errors.invalidArgument(
                    "Part number must be an integer between 1 and 10000, inclusive",
                    "partNumber",
                    Integer.toString(number));
        }
        return number;
    }
}
