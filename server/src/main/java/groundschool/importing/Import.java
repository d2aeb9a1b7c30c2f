package groundschool.importing;

import java.util.List;

/// A file that was understood, in the form in which it was written.
sealed interface Import {

    /// How much there is of what must not get lost.
    record Counts(int headings, int bullets, int cards) {}

    Counts counts();

    /// A deck: questions with answers.
    record Deck(List<Card> cards) implements Import {

        public Deck {
            cards = List.copyOf(cards);
        }

        /// @param question in one line
        record Card(String question, List<Line> answer) {

            public Card {
                answer = List.copyOf(answer);
            }
        }

        @Override
        public Counts counts() {
            var lines = cards.stream().flatMap(card -> card.answer().stream()).toList();
            return new Counts(0, Line.bullets(lines), cards.size());
        }
    }

    /// Notes: headings with bullets.
    record Notes(List<Section> sections) implements Import {

        public Notes {
            sections = List.copyOf(sections);
        }

        record Section(String heading, List<Line> lines) {

            public Section {
                lines = List.copyOf(lines);
            }
        }

        @Override
        public Counts counts() {
            var lines = sections.stream().flatMap(section -> section.lines().stream()).toList();
            return new Counts(sections.size(), Line.bullets(lines), 0);
        }
    }

    /// A line of text.
    ///
    /// @param level 1 for a bullet, 2 for one below it, and so on; 0 for a line that is none
    /// @param important whether its author marked it
    record Line(int level, boolean important, String text) {

        static int bullets(List<Line> lines) {
            return (int) lines.stream().filter(line -> line.level() > 0).count();
        }
    }
}
