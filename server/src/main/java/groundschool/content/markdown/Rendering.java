package groundschool.content.markdown;

import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import groundschool.content.Heading;
import groundschool.content.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// What is known and gathered while the blocks of one page are written as HTML. Used by one thread.
final class Rendering {

    final Report report;
    final Surroundings surroundings;
    final Lines lines;
    final Map<Integer, Attributes> attributes;
    final Set<Integer> usedAttributes = new LinkedHashSet<>();
    final List<Heading> headings = new ArrayList<>();
    final Map<String, Integer> headingLines = new HashMap<>();
    final SequencedSet<Surroundings.Link> links = new LinkedHashSet<>();
    final Map<String, FootnoteBlock> footnotes = new HashMap<>();
    final SequencedMap<String, FootnoteBlock> usedFootnotes = new LinkedHashMap<>();

    /// The terms of the glossary that were linked.
    final SequencedSet<String> terms = new LinkedHashSet<>();

    /// Whether the first use of a term is linked to the glossary.
    boolean linksTerms;

    /// Whether the words of a cloze are left out.
    boolean hidesCloze;

    Rendering(
            Report report,
            Surroundings surroundings,
            Lines lines,
            Map<Integer, Attributes> attributes) {
        this.report = report;
        this.surroundings = surroundings;
        this.lines = lines;
        this.attributes = attributes;
    }

    int line(Node node) {
        return lines.at(node.getStartOffset());
    }

    void problem(Node node, String message) {
        report.problem(line(node), message);
    }

    Attributes attributes(int line) {
        usedAttributes.add(line);
        return attributes.getOrDefault(line, Attributes.NONE);
    }

    /// The number of a footnote in the order of first use; absent if there is none of this name.
    Optional<Integer> numberOfFootnote(String name) {
        var block = Optional.ofNullable(footnotes.get(name));
        block.ifPresent(it -> usedFootnotes.putIfAbsent(name, it));
        return block.map(_ -> new ArrayList<>(usedFootnotes.keySet()).indexOf(name) + 1);
    }

    /// An anchor for a heading, unlike all before it.
    String anchor(Node heading, Attributes given, String title) {
        var wanted = given.id().orElse(Slug.of(title).isEmpty() ? "section" : Slug.of(title));
        var taken = headings.stream().map(Heading::anchor).toList();
        if (!taken.contains(wanted)) {
            return wanted;
        }
        if (given.id().isPresent()) {
            problem(
                    heading,
                    "`#%s` is the anchor of another heading of this page".formatted(wanted));
        }
        var number = 2;
        while (taken.contains(wanted + "-" + number)) {
            number++;
        }
        return wanted + "-" + number;
    }
}
