package groundschool.question;

import groundschool.content.Prose;

/// An option to choose.
///
/// @param id the author's, or else its place from 1
/// @param reason why it is right or wrong
public record Option(String id, Prose text, Prose reason) {}
