package groundschool.question;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.util.ast.Node;
import groundschool.content.markdown.Section;
import groundschool.content.markdown.SourceLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads one question: a heading with an id and attributes, and what follows it.
public final class QuestionReader {

    private static final Set<String> KEYS = Set.of("type", "objective", "difficulty", "unit");

    private final Section section;
    private final Optional<Details.SharedStem> sharedStem;

    /// @param sharedStem the case that the question belongs to
    public QuestionReader(Section section, Optional<Details.SharedStem> sharedStem) {
        this.section = section;
        this.sharedStem = sharedStem;
    }

    /// The question; absent, and reported, if it cannot be understood.
    public Optional<Question> read() {
        var attributes = section.attributes();
        for (var key : attributes.values().keySet()) {
            if (!KEYS.contains(key)) {
                section.problem(
                        "a question has no attribute `%s`; known are type, objective, difficulty, unit"
                                .formatted(key));
            }
        }
        if (!attributes.classes().isEmpty()) {
            section.problem("a question has no classes: " + attributes.classes());
        }
        var type = attributes.value("type").orElse("");
        return switch (type) {
            case "", "choice", "multiple-response" -> OptionsReader.read(this, type);
            case "ordering" -> PartsReader.ordering(this);
            case "matching" -> PartsReader.matching(this);
            case "number" -> NumberReader.read(this);
            default -> {
                section.problem(
                        "there is no type `%s`; known are %s"
                                .formatted(
                                        type,
                                        Arrays.stream(QuestionKind.values())
                                                .map(QuestionKind::word)
                                                .collect(Collectors.joining(", "))));
                yield Optional.empty();
            }
        };
    }

    Section section() {
        return section;
    }

    /// The blocks of the question without its sources and its proof.
    List<Node> blocks() {
        return SourceLines.in(section.page(), section.body()).rest().stream()
                .filter(block -> proofIn(block).isEmpty())
                .toList();
    }

    /// What all kinds have.
    ///
    /// @param stem the blocks before the part that differs
    /// @param explanation the blocks after it
    /// @param optionIds what a proof may prove
    Details details(List<Node> stem, List<Node> explanation, List<String> optionIds) {
        var page = section.page();
        var attributes = section.attributes();
        var sources = SourceLines.in(page, section.body()).sources();
        if (sources.isEmpty()) {
            page.report()
                    .lacking(
                            section.line(),
                            "the question has no source: end it with `Source: [title](https://…)`");
        }
        if (attributes.value("objective").isEmpty()) {
            page.report()
                    .lacking(
                            section.line(),
                            "the question has no objective: write objective=1.2.3 behind its id");
        }
        if (stem.isEmpty()) {
            section.problem("the question has no stem: ask something below the heading");
        }
        var asked = page.prose(stem);
        Wording.ofStem(asked.text()).ifPresent(it -> page.report().lacking(section.line(), it));
        return new Details(
                section.id("question"),
                section.title().text(),
                sharedStem,
                asked,
                attributes.value("objective"),
                difficulty(attributes.value("difficulty").orElse("2")),
                page.prose(explanation),
                sources,
                proof(optionIds));
    }

    private int difficulty(String given) {
        if (!given.matches("[123]")) {
            section.problem("difficulty is 1 (recall), 2 (understanding) or 3 (judgement)");
            return 2;
        }
        return Integer.parseInt(given);
    }

    private Optional<Proof> proof(List<String> optionIds) {
        var proofs = new ArrayList<FencedCodeBlock>();
        section.body().forEach(block -> proofIn(block).ifPresent(proofs::add));
        if (proofs.size() > 1) {
            section.problem("the question has two proofs: make them one");
        }
        return proofs.stream()
                .findFirst()
                .flatMap(block -> ProofReader.read(section.page(), block, optionIds));
    }

    private static Optional<FencedCodeBlock> proofIn(Node block) {
        return block instanceof FencedCodeBlock code
                        && code.getInfo().toString().strip().equals("proof")
                ? Optional.of(code)
                : Optional.empty();
    }
}
