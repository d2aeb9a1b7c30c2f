package groundschool.emulator.iam.operation;

/// The answer of operations that answer nothing.
public record Nothing() {}
