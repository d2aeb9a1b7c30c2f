package groundschool.emulator.apigateway.template;

import java.io.Writer;

/// Takes so much and no more.
final class BoundedWriter extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final int most;

    BoundedWriter(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        if (text.length() + length > most) {
            throw new IllegalArgumentException("A template makes too long a text.");
        }
        text.append(buffer, offset, length);
    }

    @Override
    public void flush() {
        // It is all there.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
