package groundschool.question;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the answer of a number question: `Answer: 12`, `Answer: 12.5 ± 0.5`, `Answer: 100 ± 5 %`.
final class NumberReader {

    private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,15})?";
    private static final Pattern ANSWER =
            Pattern.compile(
                    "Answer:\\s*(?<value>NUMBER)(?:\\s*(?:±|\\+/?-)\\s*(?<off>NUMBER)\\s*(?<percent>%)?)?"
                            .replace("NUMBER", NUMBER));

    private NumberReader() {}

    static Optional<Question> read(QuestionReader question) {
        var blocks = question.blocks();
        var line = blocks.stream().filter(NumberReader::isAnswer).findFirst();
        var answer = ANSWER.matcher(line.map(it -> it.getChars().toString().strip()).orElse(""));
        if (!answer.matches()) {
            question.section()
                    .problem(
                            "a number question needs a paragraph `Answer: 12`, or `Answer: 12 ± 0.5` with a tolerance");
            return Optional.empty();
        }
        var value = new BigDecimal(answer.group("value"));
        var at = line.map(blocks::indexOf).orElse(0);
        var details =
                question.details(
                        blocks.subList(0, at),
                        blocks.subList(at + 1, blocks.size()),
                        List.of("right"));
        return Optional.of(
                new Number(
                        details,
                        value,
                        tolerance(
                                value,
                                Optional.ofNullable(answer.group("off")),
                                answer.group("percent") != null),
                        question.section().attributes().value("unit").orElse("")));
    }

    private static boolean isAnswer(Node block) {
        return block instanceof Paragraph && block.getChars().startsWith("Answer:");
    }

    private static BigDecimal tolerance(BigDecimal value, Optional<String> off, boolean isPercent) {
        var given = off.map(BigDecimal::new).orElse(BigDecimal.ZERO).abs();
        return isPercent ? value.abs().multiply(given).movePointLeft(2) : given;
    }
}
