package groundschool.emulator.dynamodb.partiql;

/// What of the item a write answers.
public enum Returning {
    ALL_OLD("ALL OLD *", "ALL_OLD"),
    MODIFIED_OLD("MODIFIED OLD *", "UPDATED_OLD"),
    ALL_NEW("ALL NEW *", "ALL_NEW"),
    MODIFIED_NEW("MODIFIED NEW *", "UPDATED_NEW");

    private final String text;
    private final String returnValues;

    Returning(String text, String returnValues) {
        this.text = text;
        this.returnValues = returnValues;
    }

    String text() {
        return text;
    }

    /// The value of `ReturnValues` that asks for the same, as the condition key has it.
    public String returnValues() {
        return returnValues;
    }
}
