package groundschool.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.terminal.shell.Limits;
import groundschool.terminal.shell.Stream;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void keeps_variables_and_files_from_one_run_to_the_next() {
        desk.type("NAME=ann; echo hello > greeting.txt");

        var result = desk.type("echo $NAME $TABLE; cat greeting.txt");

        assertThat(result.out()).isEqualTo("ann orders-7\nhello\n");
    }

    @Test
    void splits_what_is_not_quoted_and_keeps_what_is() {
        desk.type("A=' x  y '");

        assertThat(desk.type("echo $A").out()).isEqualTo("x y\n");
        assertThat(desk.type("echo \"$A\"").out()).isEqualTo(" x  y \n");
        assertThat(desk.type("echo '$A' \\$A").out()).isEqualTo("$A $A\n");
    }

    @Test
    void continues_a_line_after_a_backslash_and_leaves_out_comments() {
        var result = desk.type("# first\necho one \\\n  two # three\necho four#five");

        assertThat(result.out()).isEqualTo("one two\nfour#five\n");
    }

    @Test
    void takes_text_of_several_lines() {
        desk.type(
                "B=7\ncat > item.json <<'EOF'\n{\"n\": \"$B\"}\nEOF\ncat > plain <<END\n$B\nEND\n");

        assertThat(desk.type("cat item.json plain").out()).isEqualTo("{\"n\": \"$B\"}\n7\n");
    }

    @Test
    void puts_the_output_of_a_command_into_another() {
        assertThat(desk.type("echo \"[$(echo a; echo b)]\" $(echo c d)").out())
                .isEqualTo("[a\nb] c d\n");
    }

    @Test
    void joins_commands_by_how_they_went() {
        assertThat(desk.type("true && echo yes || echo no").out()).isEqualTo("yes\n");
        assertThat(desk.type("false && echo yes || echo no").out()).isEqualTo("no\n");
    }

    @Test
    void stops_a_script_at_its_first_failure_unless_that_is_allowed() {
        var stopped = desk.terminal().run("echo a\nfalse\necho b", Options.SCRIPT);
        var allowed = desk.terminal().run("echo a\nfalse || true\necho b", Options.SCRIPT);

        assertThat(stopped.out()).isEqualTo("a\n");
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(allowed.out()).isEqualTo("a\nb\n");
        assertThat(allowed.exitCode()).isZero();
    }

    @Test
    void stops_a_script_at_a_substitution_that_fails_only_in_an_assignment() {
        assertThat(desk.terminal().run("A=$(false)\necho b", Options.SCRIPT).out()).isEmpty();
        assertThat(desk.terminal().run("echo $(false)\necho b", Options.SCRIPT).out())
                .isEqualTo("\nb\n");
    }

    @Test
    void sends_streams_into_files() {
        desk.type(
                "cat nothing 2> error.txt; cat nothing > both.txt 2>&1; cat nothing 2> /dev/null");

        assertThat(desk.terminal().workspace().text("error.txt"))
                .contains("cat: nothing: No such file or directory\n");
        assertThat(desk.terminal().workspace().text("both.txt"))
                .contains("cat: nothing: No such file or directory\n");
    }

    @Test
    void says_what_it_runs_when_asked_for_anything_else() {
        var result = desk.type("foo --bar");

        assertThat(result.exitCode()).isEqualTo(127);
        assertThat(result.error())
                .startsWith(
                        "groundschool: command not found: foo. This terminal runs :, aws, cat,");
    }

    @Test
    void refuses_what_it_has_not_and_says_what_to_do() {
        assertThat(desk.type("aws dynamodb list-tables | grep x").error())
                .isEqualTo(
                        "groundschool: line 1: there are no pipes here: pick from an answer with"
                                + " --query, or keep it in a file with > and read it with"
                                + " file://\n");
        assertThat(desk.type("echo 1\nfor x in a; do echo; done").error())
                .contains("line 2: `for` is not here");
        assertThat(desk.type("echo {a,b}").error()).contains("put it in single quotes");
        assertThat(desk.type("echo `pwd`").error()).contains("write $(…)");
        assertThat(desk.type("echo 'a").error()).contains("the closing ' is missing");
        assertThat(desk.type("sleep 60").error()).contains("no more than 3 seconds");
    }

    @Test
    void runs_nothing_of_a_script_that_it_cannot_read() {
        var result = desk.type("echo one\necho 'two");

        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void tells_of_each_command_as_it_comes() {
        var events = new ArrayList<Event>();

        var result = desk.terminal().run("echo a\ncat b", Options.TYPED, events::add);

        assertThat(events)
                .containsExactly(
                        new Event.Started("echo a"),
                        new Event.Wrote(Stream.OUT, "a\n"),
                        new Event.Finished("echo a", 0),
                        new Event.Started("cat b"),
                        new Event.Wrote(Stream.ERROR, "cat: b: No such file or directory\n"),
                        new Event.Finished("cat b", 1));
        assertThat(result.commands())
                .containsExactly(new Event.Finished("echo a", 0), new Event.Finished("cat b", 1));
        assertThat(result.text()).isEqualTo("a\ncat: b: No such file or directory\n");
    }

    @Test
    void ends_a_run_that_takes_more_than_it_may() {
        var limits = new Limits(100, 20, 3, 2, Duration.ofMillis(50));

        assertThat(run("sleep 2", limits).exitCode()).isEqualTo(124);
        assertThat(run("true;true;true;true", limits).error()).contains("after 3 commands");
        assertThat(run("echo 1234567890; echo 1234567890; echo 1234567890", limits).out())
                .isEqualTo("1234567890\n123456789");
        assertThat(run("echo $(echo $(echo $(echo a)))", limits).error()).contains("deeper");
        assertThat(run("#".repeat(101), limits).error()).contains("at most 100 characters");
    }

    @Test
    void stops_when_cancelled_from_another_thread() {
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            desk.terminal().cancel();
        });

        var result = desk.type("sleep 3; echo late");

        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(130);
    }

    @Test
    void keeps_files_few_small_and_plainly_named() {
        assertThat(desk.type("echo a > ../x").error()).contains("not a name for a file");
        assertThat(desk.type("echo a > /etc/x").error()).contains("not a name for a file");
        assertThat(desk.type("echo a > ./sub/x.txt; ls").out()).isEqualTo("sub/x.txt\n");
    }

    private Result run(String script, Limits limits) {
        return desk.terminal().run(script, new Options(false, limits));
    }
}
