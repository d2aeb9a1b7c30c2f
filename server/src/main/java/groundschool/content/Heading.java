package groundschool.content;

/// A heading inside a lesson, which a link can point to.
///
/// @param level 2 for a section, 3 for a part of one, and so on
/// @param anchor the fragment of its address, without `#`
public record Heading(int level, String anchor, String title) {}
