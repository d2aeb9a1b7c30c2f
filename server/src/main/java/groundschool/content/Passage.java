package groundschool.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Something that search can find.
///
/// @param id of the lesson, card, question, lab or term; the course's for what is a page of it
/// @param homeId of the lesson that it belongs to, or of the course; empty for a lab
/// @param text what is searched besides the title; the answers of questions are not in it
public record Passage(Kind kind, String id, String homeId, String title, String text) {

    /// What was found.
    public enum Kind {
        LESSON,
        CARD,
        QUESTION,
        LAB,
        TERM,
        FORMULAS,
        SERVICES
    }

    private record Hit(Passage passage, int score) {}

    static List<Passage> all(Catalogue catalogue) {
        var all = new ArrayList<Passage>();
        for (var lesson : catalogue.lessons()) {
            all.add(
                    new Passage(
                            Kind.LESSON, lesson.id(), lesson.id(), lesson.title(), lesson.text()));
            for (var card : lesson.cards()) {
                var shown = card.cloze().orElse(card.front());
                all.add(
                        new Passage(
                                Kind.CARD,
                                card.id(),
                                lesson.id(),
                                shown.text(),
                                card.back().text()));
            }
            for (var question : lesson.questions()) {
                all.add(
                        new Passage(
                                Kind.QUESTION,
                                question.id(),
                                lesson.id(),
                                question.details().title(),
                                question.details().stem().text()));
            }
        }
        catalogue.courses().forEach(course -> addHandbook(course, all));
        for (var lab : catalogue.labs()) {
            all.add(new Passage(Kind.LAB, lab.id(), "", lab.title(), lab.story().text()));
        }
        return List.copyOf(all);
    }

    private static void addHandbook(Course course, List<Passage> all) {
        var handbook = course.handbook();
        for (var term : handbook.glossary()) {
            var also = String.join(", ", term.aliases());
            var text = term.definition().text() + (also.isEmpty() ? "" : "\nAlso: " + also);
            all.add(new Passage(Kind.TERM, term.id(), course.id(), term.name(), text));
        }
        handbook.formulas()
                .ifPresent(it ->
                        all.add(
                                new Passage(
                                        Kind.FORMULAS,
                                        course.id(),
                                        course.id(),
                                        it.title(),
                                        it.body().text())));
        var services = handbook.services().map(Term::name).collect(Collectors.joining(", "));
        if (!services.isEmpty()) {
            all.add(
                    new Passage(
                            Kind.SERVICES,
                            course.id(),
                            course.id(),
                            "Index of services",
                            services));
        }
    }

    static List<Passage> search(List<Passage> passages, String query, int limit) {
        var words =
                Arrays.stream(query.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return passages.stream()
                .map(passage -> new Hit(passage, passage.score(words)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .limit(limit)
                .map(Hit::passage)
                .toList();
    }

    /// How well it fits: 0 if a word is missing, more if the words stand in the title.
    private int score(List<String> words) {
        var lowerTitle = title.toLowerCase(Locale.ROOT);
        var lowerText = text.toLowerCase(Locale.ROOT);
        var score = 0;
        for (var word : words) {
            if (lowerTitle.contains(word)) {
                score += 10;
            } else if (lowerText.contains(word)) {
                score += 1;
            } else {
                return 0;
            }
        }
        return score;
    }
}
