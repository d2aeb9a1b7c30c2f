package groundschool.emulator.dynamodb.transfer;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of a CSV file. A value in double quotes may have delimiters, line breaks, and double
/// quotes that are doubled; rows without any letter are passed over.
///
/// Source: [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)
final class CsvRows implements Closeable {

    private static final int LONGEST_ROW_LETTERS = 8 * 1024 * 1024;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final BufferedReader in;
    private final char delimiter;
    private int next;
    private int letters;

    CsvRows(Reader in, char delimiter) {
        this.in = new BufferedReader(in);
        this.delimiter = delimiter;
        this.next = Integer.MIN_VALUE;
    }

    /// The next row; nothing at the end.
    Optional<List<String>> next() throws IOException {
        if (next == Integer.MIN_VALUE) {
            advance();
            if (next == BYTE_ORDER_MARK) {
                advance();
            }
        }
        while (next == '\n' || next == '\r') {
            advance();
        }
        if (next < 0) {
            return Optional.empty();
        }
        letters = 0;
        var row = new ArrayList<String>();
        row.add(value());
        while (next == delimiter) {
            advance();
            row.add(value());
        }
        return Optional.of(row);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private String value() throws IOException {
        var value = new StringBuilder();
        if (next == '"') {
            quoted(value);
        }
        while (next >= 0 && next != delimiter && next != '\n' && next != '\r') {
            value.append((char) next);
            advance();
        }
        return value.toString();
    }

    private void quoted(StringBuilder value) throws IOException {
        advance();
        while (true) {
            if (next < 0) {
                throw new BadObjectException("A value in quotes does not end");
            }
            if (next == '"') {
                advance();
                if (next != '"') {
                    return;
                }
            }
            value.append((char) next);
            advance();
        }
    }

    private void advance() throws IOException {
        next = in.read();
        letters++;
        if (letters > LONGEST_ROW_LETTERS) {
            throw new BadObjectException(
                    "A row is longer than %d letters".formatted(LONGEST_ROW_LETTERS));
        }
    }
}
