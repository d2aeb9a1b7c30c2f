package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.transfer.Import.InputCompressionType;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The items in one object, read one after the other.
interface ImportSource extends Closeable {

    /// What stands for an item.
    sealed interface Read {}

    record Found(Item item) implements Read {}

    /// @param why in words for the log
    record Wrong(String why) implements Read {}

    /// The next; nothing at the end.
    ///
    /// @throws BadObjectException if what follows cannot be told apart
    /// @throws IOException if it cannot be read
    Optional<Read> next() throws IOException;

    /// How many bytes were read, when they are not compressed.
    long bytes();

    /// @param body read and closed by whoever calls
    /// @throws IOException if it is not compressed as the import says
    static ImportSource of(Import each, InputStream body) throws IOException {
        var bytes =
                new Counted(
                        each.compression() == InputCompressionType.GZIP
                                ? new GZIPInputStream(body)
                                : body);
        return switch (each.format()) {
            case DYNAMODB_JSON -> new JsonLines(bytes);
            case ION -> new IonItems(bytes);
            case CSV -> new CsvItems(bytes, each);
        };
    }

    /// Counts what is read.
    final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
