package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;

/// What an account may have in a Region.
///
/// Source: [Lambda quotas](https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html)
public final class Limits {

    /// All functions and layers together, packed.
    public static final long CODE_STORAGE_BYTES = 80_530_636_800L;

    /// One function and its layers, unpacked.
    public static final long UNZIPPED_BYTES = Archive.MOST_BYTES;

    /// One archive, packed.
    public static final long ZIPPED_BYTES = Archive.MOST_ZIPPED_BYTES;

    /// Invocations at once.
    public static final int CONCURRENCY = Running.ACCOUNT_LIMIT;

    private Limits() {}

    /// @param others what other functions have reserved
    /// @throws groundschool.emulator.AwsException if too little were left for those that reserve
    ///   none
    public static void checkReserved(int others, int wanted) {
        if (CONCURRENCY - others - wanted < Running.LEAST_UNRESERVED) {
            throw LambdaErrors.invalid(
                    "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [%d]."
                            .formatted(Running.LEAST_UNRESERVED));
        }
    }

    /// @param unreserved what functions that reserve nothing have left
    /// @throws groundschool.emulator.AwsException if too little were left for the others
    public static void checkProvisioned(int unreserved, int wanted) {
        if (wanted > unreserved) {
            throw LambdaErrors.invalid(
                    "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [%d]."
                            .formatted(unreserved));
        }
        if (unreserved - wanted < Running.LEAST_UNRESERVED) {
            throw LambdaErrors.invalid(
                    "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [%d]."
                            .formatted(Running.LEAST_UNRESERVED));
        }
    }

    /// @throws groundschool.emulator.AwsException if it were too much
    public static void checkStorage(long used, long more) {
        if (used + more > CODE_STORAGE_BYTES) {
            throw new AwsException(
                    400, "CodeStorageExceededException", "Code storage limit exceeded.");
        }
    }
}
