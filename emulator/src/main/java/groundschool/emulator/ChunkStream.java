package groundschool.emulator;

import java.io.IOException;
import java.io.InputStream;

/// A stream of bytes that come in chunks, each readable as soon as it is there.
public final class ChunkStream extends InputStream {

    /// Where chunks come from.
    public interface Source extends AutoCloseable {

        /// Waits for the next chunk.
        ///
        /// @return empty at the end; no chunk before it is empty
        /// @throws IOException if what is sent breaks off
        byte[] next() throws IOException;

        /// Nobody wants more.
        @Override
        void close();
    }

    private final Source source;
    private byte[] chunk = new byte[0];
    private int position;
    private boolean isOver;

    public ChunkStream(Source source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (position == chunk.length && !isOver) {
            chunk = source.next();
            position = 0;
            isOver = chunk.length == 0;
        }
        if (isOver) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, into, from, count);
        position += count;
        return count;
    }

    @Override
    public void close() {
        source.close();
    }
}
