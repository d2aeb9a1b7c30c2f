package groundschool.emulator.iam.operation;

/// The answer of operations that only say that they were done.
public record Done() {}
