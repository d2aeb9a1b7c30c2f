package groundschool.learner;

/// Somebody who learns.
///
/// @param id of the row
public record Learner(long id, String name) {}
