package groundschool.emulator.lambda.runtime;

import java.time.Duration;

/// What a function's runs would take on AWS, after what is documented of it: played out for lessons
/// about cold starts and memory, whose point a fast machine would hide.
///
/// An init takes, besides what it took here, what its runtime typically takes on AWS. A run takes
/// as long as it waited, and for what it computed as much longer as its memory gives it less of a
/// processor.
///
/// Sources: [Configure Lambda function
/// memory](https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html); the medians of
/// inits are those that AWS's and others' measurements agree on: 200 to 400 ms for Node.js and
/// Python, 2 to 5 s for Java, 50 to 100 ms for programs of their own
///
/// @param init what the runtime adds to an init
/// @param share of one processor that the function has, 1 at most
public record TimingModel(Duration init, double share) {

    /// With so many MB a function has one whole processor.
    static final int WHOLE_PROCESSOR = 1_769;

    /// Of a function with that runtime and memory.
    ///
    /// @param memorySize in MB
    public static TimingModel of(String runtime, int memorySize) {
        long init =
                switch (runtime.replaceAll("[0-9.].*", "")) {
                    case "java" -> 3_000;
                    case "provided" -> 75;
                    default -> 300;
                };
        return new TimingModel(
                Duration.ofMillis(init), Math.min(1, (double) memorySize / WHOLE_PROCESSOR));
    }

    /// @param took what it took here
    Duration init(Duration took) {
        return took.plus(init);
    }

    /// @param took what it took here
    /// @param computed how much of that a processor was busy
    Duration run(Duration took, Duration computed) {
        long busy = Math.min(Math.max(0, computed.toNanos()), took.toNanos());
        return took.plusNanos((long) (busy / share) - busy);
    }
}
