package groundschool.emulator.apigateway.patch;

import java.util.Optional;

/// One change of an update.
///
/// Source:
/// [PatchOperation](https://docs.aws.amazon.com/apigateway/latest/api/API_PatchOperation.html)
public record PatchOperation(
        Optional<String> op, Optional<String> path, Optional<String> value, Optional<String> from) {

    /// What errors call the path of an operation that has none.
    public String shownPath() {
        return path.orElse("null");
    }

    /// What errors call the operation.
    public String shownOp() {
        return op.orElse("null");
    }
}
