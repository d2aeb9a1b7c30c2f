package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.Format;
import groundschool.emulator.sandbox.Key;

/// Stores where in a table an item lies: what the entries of indexes lead to.
public record KeyFormat() implements Format<Key> {

    @Override
    public byte[] write(Key key) {
        return key.bytes();
    }

    @Override
    public Key read(byte[] bytes) {
        return Key.of(bytes);
    }
}
