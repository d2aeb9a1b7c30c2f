package groundschool.emulator.apigateway.operation;

/// The answer of operations that have nothing to tell.
public record Done() {}
