package groundschool.emulator.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyPathsTest {

    private static final List<String> KEYS = List.of("pk", "sk");

    @Test
    void a_filter_looks_at_no_key() {
        var filter =
                Condition.of(
                        ExpressionKind.FILTER,
                        "attribute_exists(a) AND attribute_exists(sk)",
                        Request.values("{}"));

        assertThatThrownBy(() -> KeyPaths.requireUnfiltered(filter, KEYS, "Filter Expression"))
                .hasMessage(
                        "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk");
    }

    @Test
    void an_update_changes_no_key() {
        assertThatThrownBy(() -> KeyPaths.requireUntouched(update("REMOVE a, pk"), KEYS))
                .hasMessage(
                        "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key");
        assertThatCode(() -> KeyPaths.requireUntouched(update("SET a = pk"), KEYS))
                .doesNotThrowAnyException();
    }

    @Test
    void no_path_leads_into_a_key() {
        var paths = update("REMOVE a.b, pk[0]").paths();

        assertThatThrownBy(() -> KeyPaths.requireScalars(paths, KEYS, "Key"))
                .hasMessage(
                        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk");
    }

    private static Update update(String text) {
        return Update.of(text, Request.values("{}"));
    }
}
