package groundschool.content;

/// Where a statement can be checked.
///
/// @param url an `https:` or `http:` address
public record Source(String title, String url) {}
