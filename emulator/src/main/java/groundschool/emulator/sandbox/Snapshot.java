package groundschool.emulator.sandbox;

/// What a map held at a moment, to be compared with a later one: two are equal only if nothing was
/// written in between.
public record Snapshot(Object content) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot(var otherContent) && otherContent == content;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(content);
    }
}
