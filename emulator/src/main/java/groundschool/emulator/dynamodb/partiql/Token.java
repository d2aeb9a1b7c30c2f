package groundschool.emulator.dynamodb.partiql;

/// A piece of a statement.
///
/// @param text of keywords in small letters; of strings and quoted names what is between the quotes
record Token(Type type, String text, Position position) {

    enum Type {
        NAME,
        QUOTED_NAME,
        KEYWORD,
        STRING,
        NUMBER,
        PARAMETER,
        SYMBOL,
        END
    }

    boolean isKeyword(String word) {
        return type == Type.KEYWORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return type == Type.SYMBOL && text.equals(symbol);
    }

    boolean isName() {
        return type == Type.NAME || type == Type.QUOTED_NAME;
    }

    /// Whether nothing but an operand may stand before it.
    boolean isOperator() {
        return type == Type.KEYWORD && Keywords.OPERATORS.contains(text)
                || type == Type.SYMBOL && Keywords.SYMBOLIC_OPERATORS.contains(text);
    }
}
