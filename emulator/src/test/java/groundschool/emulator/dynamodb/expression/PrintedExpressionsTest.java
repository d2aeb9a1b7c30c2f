package groundschool.emulator.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// What is printed is parsed as what it was, whatever it is: tried with many that a seed makes.
class PrintedExpressionsTest {

    private static final int TRIES = 2_000;

    @RepeatedTest(3)
    void conditions_are_parsed_as_what_was_printed(RepetitionInfo repetition) {
        var any = new AnyExpressions(new Random(repetition.getCurrentRepetition()));
        for (int i = 0; i < TRIES; i++) {
            var condition = any.condition(4);
            var text = any.print(condition);

            assertThat(ConditionParser.parse(ExpressionKind.CONDITION, text))
                    .as(text)
                    .isEqualTo(condition);
        }
    }

    @RepeatedTest(3)
    void updates_are_parsed_as_what_was_printed(RepetitionInfo repetition) {
        var any = new AnyExpressions(new Random(repetition.getCurrentRepetition()));
        for (int i = 0; i < TRIES; i++) {
            var update = any.update();
            var text = any.print(update);

            assertThat(UpdateParser.parse(text)).as(text).isEqualTo(update);
        }
    }
}
