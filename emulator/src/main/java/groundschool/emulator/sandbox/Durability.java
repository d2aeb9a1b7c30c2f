package groundschool.emulator.sandbox;

/// What a change has survived when it is acknowledged.
public enum Durability {

    /// It is with the operating system: survives `kill -9` of this process.
    WRITE,

    /// It is on the disk: survives a loss of power too, and takes hundreds of times as long.
    FSYNC
}
