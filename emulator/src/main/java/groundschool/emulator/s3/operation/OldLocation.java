package groundschool.emulator.s3.operation;

/// What a bucket's Region was called when the bucket was made, if that was otherwise than now.
public record OldLocation(String name) {

    /// eu-west-1, when it was the only one in Europe.
    static final String EU = "EU";
}
