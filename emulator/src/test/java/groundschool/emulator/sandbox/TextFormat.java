package groundschool.emulator.sandbox;

import java.nio.charset.StandardCharsets;

/// Texts, for tests.
final class TextFormat implements Format<String> {

    @Override
    public byte[] write(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String read(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
