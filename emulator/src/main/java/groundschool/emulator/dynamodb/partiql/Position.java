package groundschool.emulator.dynamodb.partiql;

/// Where something stands in a statement, as messages tell it: ` at 1:8:3`.
///
/// @param line counts from 1
/// @param column counts from 1
/// @param length in characters
record Position(int line, int column, int length) {

    @Override
    public String toString() {
        return " at %d:%d:%d".formatted(line, column, length);
    }
}
