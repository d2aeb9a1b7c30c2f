package groundschool.emulator.lambda.function;

import java.util.Optional;

/// When a version of a function may be moved to another build of its runtime.
///
/// Source: [Runtime management
/// controls](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html)
///
/// @param updateRuntimeOn `Auto`, `Manual` or `FunctionUpdate`
/// @param runtimeVersionArn the build that a `Manual` one stays on
public record RuntimeManagement(String updateRuntimeOn, Optional<String> runtimeVersionArn) {

    /// What holds where nothing was said.
    public static final RuntimeManagement USUAL = new RuntimeManagement("Auto", Optional.empty());
}
