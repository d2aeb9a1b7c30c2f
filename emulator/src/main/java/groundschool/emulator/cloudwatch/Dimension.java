package groundschool.emulator.cloudwatch;

/// What a metric is of, such as `FunctionName` and a function's name.
public record Dimension(String name, String value) {}
