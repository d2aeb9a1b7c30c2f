package groundschool.content.reader;

import groundschool.content.Card;
import groundschool.content.Prose;
import groundschool.content.markdown.Page;
import groundschool.content.markdown.Section;
import groundschool.content.markdown.SourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a deck: each heading is a card's front, and what follows it is the back.
final class DeckReader {

    private static final Set<String> CLASSES = Set.of("reversed", "context");
    private static final Set<String> KEYS = Set.of("objective");

    private DeckReader() {}

    static Parsed<List<Card>> read(Page page) {
        var cards = new ArrayList<Card>();
        var named = new ArrayList<Parsed.Named>();
        var mentions = new ArrayList<Parsed.Mention>();
        for (var block : page.beforeSections(6)) {
            page.report()
                    .problem(
                            page.line(block),
                            "a card begins with a heading: `## Its front {#its-id}`");
            break;
        }
        for (var section : page.sections(2)) {
            var card = card(section);
            cards.add(card);
            named.add(new Parsed.Named("card", card.id(), section.line()));
            card.objective()
                    .ifPresent(it ->
                            mentions.add(new Parsed.Mention("objective", it, section.line())));
        }
        return Parsed.of(page, Optional.of(List.copyOf(cards)), named, mentions);
    }

    private static Card card(Section section) {
        var page = section.page();
        var attributes = section.attributes();
        checkAttributes(section);
        var back = SourceLines.in(page, section.body());
        if (back.rest().isEmpty()) {
            section.problem("the card has no back: write the answer below its heading");
        }
        if (back.sources().isEmpty()) {
            page.report()
                    .note(section.line(), "the card has no source: `Source: [title](https://…)`");
        }
        var shown = section.title();
        var asked = page.inlineWithGaps(section.heading());
        var isCloze = !asked.equals(shown);
        var isReversed = attributes.classes().contains("reversed");
        if (isCloze && isReversed) {
            section.problem("a card with hidden words cannot be reversed: choose one");
        }
        return new Card(
                section.id("card"),
                asked,
                page.prose(back.rest()),
                isCloze ? Optional.of(shown) : Optional.<Prose>empty(),
                back.sources(),
                attributes.value("objective"),
                isReversed,
                attributes.classes().contains("context"));
    }

    private static void checkAttributes(Section section) {
        for (var name : section.attributes().classes()) {
            if (!CLASSES.contains(name)) {
                section.problem(
                        "a card has no `.%s`; known are .reversed and .context".formatted(name));
            }
        }
        for (var key : section.attributes().values().keySet()) {
            if (!KEYS.contains(key)) {
                section.problem("a card has no attribute `%s`; known is objective".formatted(key));
            }
        }
    }
}
