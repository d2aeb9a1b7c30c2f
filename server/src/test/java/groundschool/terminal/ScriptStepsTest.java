package groundschool.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScriptStepsTest {

    @Test
    void takes_a_script_apart_at_its_markers() {
        var steps =
                ScriptSteps.of(
                        """
                        # The orders table.
                        # step: create-the-table
                        echo one
                        # step: put-an-order
                        echo two
                        echo three
                        """);

        assertThat(steps.preamble()).isEqualTo("# The orders table.\n");
        assertThat(steps.steps().keySet()).containsExactly("create-the-table", "put-an-order");
        assertThat(steps.steps()).containsEntry("put-an-order", "echo two\necho three\n");
    }

    @Test
    void refuses_a_step_that_is_there_twice() {
        assertThatThrownBy(() -> ScriptSteps.of("# step: a\n# step: a\n"))
                .hasMessage("step a is there twice");
    }
}
