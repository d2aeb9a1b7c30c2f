package groundschool.emulator.cloudwatch;

import java.util.Set;

/// How long periods may be.
public final class Periods {

    private static final Set<Integer> SHORT = Set.of(1, 5, 10, 20, 30);

    private Periods() {}

    /// @throws groundschool.emulator.AwsException if none is as long
    public static void check(int seconds) {
        if (!SHORT.contains(seconds) && seconds % 60 != 0) {
            throw CloudWatchErrors.invalidValue(
                    "The parameter Period must be a multiple of 60, or one of 1, 5, 10, 20 and 30.");
        }
    }
}
