package groundschool.emulator.dynamodb.expression;

/// The smallest piece of an expression.
///
/// @param start where it begins in the expression
record Token(Type type, String text, int start) {

    enum Type {
        NAME,
        NAME_PLACEHOLDER,
        VALUE_PLACEHOLDER,
        INDEX,
        AND,
        OR,
        NOT,
        BETWEEN,
        IN,
        SET,
        REMOVE,
        ADD,
        DELETE,
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        PLUS,
        MINUS,
        OPEN,
        CLOSE,
        OPEN_BRACKET,
        CLOSE_BRACKET,
        DOT,
        COMMA,
        UNKNOWN,
        END
    }

    int end() {
        return start + text.length();
    }
}
