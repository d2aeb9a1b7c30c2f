package groundschool.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Runs the commands of a lesson, changed a little each time: they count in a table, in a file and
/// in a variable.
final class Running implements Learning {

    private static final String LESSON = "/lessons/tables-keys-items";
    private static final Pattern BLOCK = Pattern.compile("id=\"run-([0-9a-f]+)\"");

    private final List<String> blocks;
    private Browser browser;
    private int acknowledged;

    /// The first time it makes its table.
    Running(Browser browser) throws IOException {
        this.browser = browser;
        this.blocks =
                BLOCK.matcher(browser.get(LESSON))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList();
        run(
                blocks.getFirst(),
                """
                aws dynamodb create-table --table-name runs --billing-mode PAY_PER_REQUEST \
                  --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH
                """);
    }

    @Override
    public void begin(Browser fresh) {
        browser = fresh;
    }

    @Override
    public void act() throws IOException {
        var next = acknowledged + 1;
        run(
                blocks.get(1),
                """
                COUNT=%d
                echo $COUNT > count.txt
                aws dynamodb put-item --table-name runs --item '{"id":{"S":"one"},"count":{"N":"%d"}}'
                echo written $COUNT
                """
                        .formatted(next, next));
        acknowledged = next;
    }

    @Override
    public void check(Browser fresh, Path database) throws IOException {
        browser = fresh;
        if (acknowledged == 0) {
            return;
        }
        // What was under way may be there or not, and in the sandbox though its output is not.
        var next = acknowledged + 1;
        assertThat(browser.get(LESSON))
                .containsPattern("written (%d|%d)\\n".formatted(acknowledged, next));
        run(
                blocks.get(2),
                """
                aws dynamodb get-item --table-name runs --key '{"id":{"S":"one"}}' --query Item.count.N --output text
                echo file $(cat count.txt) variable $COUNT
                """);
        assertThat(browser.get(LESSON))
                .containsPattern(
                        "<pre class=\"terminal-out\">(%d|%d)\\n".formatted(acknowledged, next))
                .containsPattern(
                        "file (%1$d|%2$d) variable (%1$d|%2$d)\\n".formatted(acknowledged, next));
    }

    private void run(String block, String commands) throws IOException {
        var answer =
                browser.submit(
                        LESSON + "/run",
                        Map.of("block", block, "what", "edited", "commands", commands));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Override
    public int acknowledged() {
        return acknowledged;
    }
}
