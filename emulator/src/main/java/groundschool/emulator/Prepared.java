package groundschool.emulator;

import java.util.Optional;
import java.util.function.Supplier;

/// What an operation has worked out before IAM was asked, and needs again then and when it runs,
/// such as its expressions. Of the last operation only that asked.
public final class Prepared {

    private Optional<Kept> kept = Optional.empty();

    private record Kept(Request<?> operation, Object result) {}

    /// What `work` gives, which is done once for an operation.
    public <T> T once(Request<?> operation, Class<T> type, Supplier<T> work) {
        var known =
                kept.filter(each -> each.operation == operation && type.isInstance(each.result));
        if (known.isPresent()) {
            return type.cast(known.get().result);
        }
        var result = work.get();
        kept = Optional.of(new Kept(operation, result));
        return result;
    }
}
