package groundschool.bench;

/// What was measured of a quantity.
///
/// @param value the median
/// @param reference the median of what it is held against, in the same unit
/// @param against what that is
public record Figure(Quantity quantity, double value, double reference, String against) {}
