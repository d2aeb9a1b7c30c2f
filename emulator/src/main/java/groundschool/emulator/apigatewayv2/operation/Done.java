package groundschool.emulator.apigatewayv2.operation;

/// The answer of operations that have nothing to tell.
public record Done() {}
