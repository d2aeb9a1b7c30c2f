package groundschool.emulator.lambda.mapping;

import java.util.List;

/// What operations ask of filters.
public final class Filters {

    private Filters() {}

    /// @throws groundschool.emulator.AwsException if one is no pattern
    public static void check(List<String> patterns) {
        patterns.forEach(EventPattern::of);
    }
}
