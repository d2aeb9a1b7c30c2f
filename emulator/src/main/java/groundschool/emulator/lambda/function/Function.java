package groundschool.emulator.lambda.function;

import java.util.Map;
import java.util.Optional;

/// A function.
///
/// @param latest the version that can be changed
/// @param lastVersion the number of the version published last; 0 if none was
/// @param reservedConcurrency how many of it may run at once, whatever else runs
public record Function(
        String name,
        FunctionVersion latest,
        int lastVersion,
        Map<String, String> tags,
        Optional<Integer> reservedConcurrency) {

    public Function {
        tags = Map.copyOf(tags);
    }

    public Function with(FunctionVersion other) {
        return new Function(name, other, lastVersion, tags, reservedConcurrency);
    }

    /// The same, after one more version was published.
    public Function numbered(int number) {
        return new Function(name, latest, number, tags, reservedConcurrency);
    }

    public Function tagged(Map<String, String> others) {
        return new Function(name, latest, lastVersion, others, reservedConcurrency);
    }

    public Function reserving(Optional<Integer> executions) {
        return new Function(name, latest, lastVersion, tags, executions);
    }
}
