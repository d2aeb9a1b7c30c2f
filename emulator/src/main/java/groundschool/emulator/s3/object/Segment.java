package groundschool.emulator.s3.object;

/// A file that holds a piece of an object's bytes.
///
/// @param blob its name
/// @param from the first byte of the file that belongs to it
public record Segment(String blob, long from, long length) {}
