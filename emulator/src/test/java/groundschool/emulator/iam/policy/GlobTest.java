package groundschool.emulator.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.policy.Template.Wildcards;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GlobTest {

    /// Patterns and texts of few letters, so that many match in several ways.
    @Test
    void agrees_with_regular_expressions() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var pattern = word(random, "ab:*?", 9);
            var text = word(random, "ab:", 12);

            assertThat(glob(pattern, Wildcards.FREE, text))
                    .as("%s %s", pattern, text)
                    .isEqualTo(text.matches(regex(pattern, false)));
            assertThat(glob(pattern, Wildcards.ARN, text))
                    .as("ARN %s %s", pattern, text)
                    .isEqualTo(text.matches(regex(pattern, true)));
        }
    }

    @Test
    @Timeout(20)
    void is_not_slowed_down_by_many_wildcards() {
        var text = "a".repeat(10_000);

        assertThat(glob("*a".repeat(2_000) + "b", Wildcards.FREE, text)).isFalse();
        assertThat(glob("*a".repeat(2_000) + "b", Wildcards.ARN, text)).isFalse();
        assertThat(glob("*:" + "*a".repeat(2_000) + "b:c", Wildcards.ARN, text + ":" + text))
                .isFalse();
        assertThat(glob("*a".repeat(2_000), Wildcards.FREE, text)).isTrue();
    }

    private static boolean glob(String pattern, Wildcards wildcards, String text) {
        return Template.of(pattern, LanguageVersion.V2008_10_17, wildcards).matchesFixed(text);
    }

    /// @param bounded whether wildcards before the fifth colon match no colon, unless they end a
    ///   part
    private static String regex(String pattern, boolean bounded) {
        var regex = new StringBuilder("(?s)");
        int colons = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean ends = i + 1 == pattern.length() || pattern.charAt(i + 1) == ':';
            boolean within = bounded && colons < 5;
            colons += c == ':' ? 1 : 0;
            switch (c) {
                case '*' -> regex.append(within && !ends ? "[^:]*" : ".*");
                case '?' -> regex.append(within ? "[^:]" : ".");
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static String word(Random random, String letters, int longest) {
        return random.ints(random.nextInt(longest + 1), 0, letters.length())
                .mapToObj(i -> String.valueOf(letters.charAt(i)))
                .collect(Collectors.joining());
    }
}
