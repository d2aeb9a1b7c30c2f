package groundschool.emulator.sandbox;

import java.util.function.ToLongFunction;

/// A value that came from the log and is read when somebody first looks at it, so that opening a
/// sandbox costs no more than reading its file. Bytes by themselves are values that stay packed,
/// and are read each time.
final class Lazy {

    /// The bytes, which no format has as its values, or the value. Two threads may both read it:
    /// they get equal values, and either may stay.
    private volatile Object content;

    Lazy(byte[] bytes) {
        this.content = bytes;
    }

    /// The value of what a map holds: the value itself, a lazy one, or the bytes of one.
    @SuppressWarnings("unchecked") // a map's name stands for the type of its values
    static <V> V value(Object held, Format<V> format) {
        if (held instanceof byte[] packed) {
            return format.read(packed);
        }
        if (!(held instanceof Lazy lazy)) {
            return (V) held;
        }
        if (!(lazy.content instanceof byte[] bytes)) {
            return (V) lazy.content;
        }
        var value = format.read(bytes);
        if (!format.staysPacked()) {
            lazy.content = value;
        }
        return value;
    }

    /// The bytes of what a map holds.
    @SuppressWarnings("unchecked")
    static <V> byte[] bytes(Object held, Format<V> format) {
        var content = held instanceof Lazy lazy ? lazy.content : held;
        return content instanceof byte[] bytes ? bytes : format.write((V) content);
    }

    /// The size of what a map holds, or the number of its bytes if nobody has read it.
    @SuppressWarnings("unchecked")
    static <V> long roughSize(Object held, ToLongFunction<V> size) {
        var content = held instanceof Lazy lazy ? lazy.content : held;
        return content instanceof byte[] bytes ? bytes.length : size.applyAsLong((V) content);
    }
}
