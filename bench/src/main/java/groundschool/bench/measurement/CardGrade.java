package groundschool.bench.measurement;

import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.load.Client;
import groundschool.bench.load.Connection;
import groundschool.bench.process.Child;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// From a grade to the next card.
public final class CardGrade implements Measurement {

    private static final Pattern SHOWN =
            Pattern.compile(
                    "name=\"prompt\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"grades\" value=\"([0-9]+)\"");

    @Override
    public String name() {
        return "card";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        try (var site = Servers.site(plan.freshFolder())) {
            var visitor = Visitor.of(site);
            var first = Visitor.ask(site, visitor.form("/cards/taken", Map.of()), 200);
            var deck = new Deck(visitor);
            deck.sees(first);
            var sample = deck.nextGrade();
            var answer = Visitor.ask(site, sample, 200);
            deck.sees(answer);
            return new OneLearner("grade a card", () -> learner(site, deck), sample, answer)
                    .measure(plan, progress);
        }
    }

    private static Client learner(Child site, Deck deck) throws IOException {
        var connection = new Connection(site.port());
        return new Client() {
            @Override
            public void send(long number) throws IOException {
                deck.sees(connection.exchange(deck.nextGrade(), 200));
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    /// The cards that were shown so far. When none is due it grades these over and over, as the
    /// site lets whoever has several pages open.
    private static final class Deck {

        private final Visitor visitor;

        /// How often each was graded, the one that comes next first.
        private final Map<String, Integer> grades = new LinkedHashMap<>();

        Deck(Visitor visitor) {
            this.visitor = visitor;
        }

        byte[] nextGrade() {
            var next = List.copyOf(grades.entrySet()).getFirst();
            grades.remove(next.getKey());
            grades.put(next.getKey(), next.getValue() + 1);
            return visitor.form(
                    "/cards/grades",
                    Map.of(
                            "prompt", next.getKey(),
                            "grades", Integer.toString(next.getValue()),
                            "rating", "1"));
        }

        void sees(Connection.Answer answer) {
            var shown = SHOWN.matcher(answer.text());
            if (shown.find()) {
                var others = new LinkedHashMap<>(grades);
                grades.clear();
                grades.put(shown.group(1), Integer.parseInt(shown.group(2)));
                others.forEach(grades::putIfAbsent);
            }
        }
    }
}
