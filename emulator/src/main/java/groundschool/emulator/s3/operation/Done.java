package groundschool.emulator.s3.operation;

/// Nothing to say.
public record Done() {}
