package groundschool.terminal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

final class PythonTextTest {

    @Test
    void writes_bytes_in_base64_and_without_quotes_like_any_other_text() {
        var bytes = "a word".getBytes(StandardCharsets.UTF_8);

        var text = PythonText.str(JsonNodeFactory.instance.binaryNode(bytes));

        assertThat(text).isEqualTo("YSB3b3Jk");
    }
}
