package groundschool.emulator.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReservedWordsTest {

    @Test
    void are_reserved_in_any_case() {
        assertThat(ReservedWords.contain("status")).isTrue();
        assertThat(ReservedWords.contain("ZoNe")).isTrue();
        assertThat(ReservedWords.contain("pk")).isFalse();
    }
}
