package groundschool.emulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void says_of_each_byte_at_each_place_whether_json_escapes_it_or_it_is_no_ascii() {
        for (int length = 1; length < 20; length++) {
            for (int at = 0; at < length; at++) {
                for (int each = 0; each < 256; each++) {
                    var bytes = "~ !#[]az\u007f0".repeat(2).getBytes(StandardCharsets.UTF_8);
                    var text = Arrays.copyOf(bytes, length);
                    text[at] = (byte) each;

                    assertThat(PlainText.is(text, 0, text.length))
                            .as("%d at %d of %d", each, at, length)
                            .isEqualTo(each >= ' ' && each < 0x80 && each != '"' && each != '\\');
                }
            }
        }
    }
}
