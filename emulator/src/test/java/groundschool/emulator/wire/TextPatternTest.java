package groundschool.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextPatternTest {

    private static final List<String> PATTERNS =
            List.of(
                    "[a-zA-Z0-9_.-]+",
                    "[\\w]+",
                    "[0-9]+",
                    "[a-z-]+",
                    "[^a]+",
                    "[a-c&&b]+",
                    "[a-z]{1,3}",
                    "a+",
                    "[a-zA-Z0-9-_]+",
                    "[A-Z][a-z]+",
                    "arn:[a-z]+");

    private static final String LETTERS = "abzAZ019_.-:&^ é\n";

    private final Random random = new Random(7);

    @Test
    void matches_what_the_regular_expression_matches() {
        for (var pattern : PATTERNS) {
            var own = TextPattern.compile(pattern);
            var expected = Pattern.compile(pattern);
            for (int round = 0; round < 2_000; round++) {
                var text = text();

                assertThat(own.matches(text))
                        .as("%s and '%s'", pattern, text)
                        .isEqualTo(expected.matcher(text).matches());
            }
            assertThat(own.pattern()).isEqualTo(pattern);
        }
    }

    private String text() {
        var text = new StringBuilder();
        int kinds = 1 + random.nextInt(LETTERS.length());
        for (int rest = random.nextInt(5); rest > 0; rest--) {
            text.append(LETTERS.charAt(random.nextInt(kinds)));
        }
        return text.toString();
    }
}
