package groundschool.content.reader;

import groundschool.content.markdown.Page;
import groundschool.content.markdown.Section;
import groundschool.question.Details.SharedStem;
import groundschool.question.GiveawayCheck;
import groundschool.question.Question;
import groundschool.question.QuestionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a file of questions: each `##` heading is one. A `#` heading begins a case, whose text
/// belongs to all questions up to the next.
final class QuestionsReader {

    private final Page page;
    private final List<Question> questions = new ArrayList<>();
    private final List<Parsed.Named> named = new ArrayList<>();
    private final List<Parsed.Mention> mentions = new ArrayList<>();

    private QuestionsReader(Page page) {
        this.page = page;
    }

    static Parsed<List<Question>> read(Page page) {
        return new QuestionsReader(page).read();
    }

    private Parsed<List<Question>> read() {
        for (var block : page.beforeSections(6)) {
            page.report()
                    .problem(
                            page.line(block),
                            "a question begins with a heading: `## Its name {#its-id objective=1.2.3}`");
            break;
        }
        Optional<SharedStem> sharedStem = Optional.empty();
        for (var section : page.sections(2)) {
            if (section.heading().getLevel() == 1) {
                sharedStem = Optional.of(sharedStem(section));
            } else {
                question(section, sharedStem);
            }
        }
        GiveawayCheck.check(questions).ifPresent(it -> page.report().problem(1, it));
        return Parsed.of(page, Optional.of(List.copyOf(questions)), named, mentions);
    }

    private SharedStem sharedStem(Section section) {
        if (section.body().isEmpty()) {
            section.problem("the case has no text: describe it below the heading");
        }
        var id = section.id("case");
        named.add(new Parsed.Named("case", id, section.line()));
        return new SharedStem(id, section.title().text(), page.prose(section.body()));
    }

    private void question(Section section, Optional<SharedStem> sharedStem) {
        var id = section.id("question");
        named.add(new Parsed.Named("question", id, section.line()));
        new QuestionReader(section, sharedStem).read().ifPresent(questions::add);
        section.attributes()
                .value("objective")
                .ifPresent(it -> mentions.add(new Parsed.Mention("objective", it, section.line())));
    }
}
