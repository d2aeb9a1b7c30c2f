package groundschool.emulator.logs.pattern;

/// What is looked for in a text.
sealed interface Text {

    /// Whether it occurs in a text.
    boolean isIn(String text);

    /// Whether it is all of a text.
    boolean isAllOf(String text);

    /// Characters, in which `*` may stand for any others.
    ///
    /// @param hasWildcards whether `*` does; in words of a message it is itself
    record Literal(String characters, boolean hasWildcards) implements Text {

        @Override
        public boolean isIn(String text) {
            return text.contains(characters);
        }

        @Override
        public boolean isAllOf(String text) {
            return hasWildcards ? Wildcards.match(characters, text) : characters.equals(text);
        }

        /// In quotation marks, in which everything can stand.
        @Override
        public String toString() {
            return '"' + characters.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /// A regular expression.
    record Expression(SafeRegex regex) implements Text {

        @Override
        public boolean isIn(String text) {
            return regex.find(text).isPresent();
        }

        @Override
        public boolean isAllOf(String text) {
            return isIn(text);
        }

        @Override
        public String toString() {
            return "%" + regex.source() + "%";
        }
    }
}
