package groundschool.emulator.dynamodb.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.AttributeValue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/// What holds for any statements, tried with many that a seed makes.
class StatementPropertiesTest {

    private static final int TRIES = 2000;
    private static final List<AttributeValue> PARAMETERS =
            Collections.nCopies(100, AttributeValue.string("p"));

    @RepeatedTest(5)
    void what_is_printed_is_read_as_the_same(RepetitionInfo repetition) {
        var statements = new AnyStatements(new Random(repetition.getCurrentRepetition()));
        for (int i = 0; i < TRIES; i++) {
            var text = statements.statement();

            var printed = Printer.text(Statement.of(text));

            assertThat(Printer.text(Statement.of(printed))).as(text).isEqualTo(printed);
            assertThat(outcome(printed)).as(text).isEqualTo(outcome(text));
        }
    }

    @RepeatedTest(5)
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void what_is_broken_is_refused_in_the_service_s_words(RepetitionInfo repetition) {
        var statements = new AnyStatements(new Random(100 + repetition.getCurrentRepetition()));
        for (int i = 0; i < TRIES; i++) {
            var text = statements.broken();

            assertThat(outcome(text)).as(text).isNotNull();
        }
    }

    /// What the statement is read to, or why it is not; any other failure is the test's.
    private static String outcome(String text) {
        try {
            var prepared = Prepared.of(text, Optional.of(PARAMETERS));
            return "%s %s %s"
                    .formatted(
                            prepared.where().map(where -> where.node().toString()),
                            prepared.update().map(update -> update.paths().toString()),
                            prepared.item());
        } catch (AwsException refusal) {
            return refusal.message().replaceAll(" at \\d+:\\d+:\\d+", "");
        }
    }
}
