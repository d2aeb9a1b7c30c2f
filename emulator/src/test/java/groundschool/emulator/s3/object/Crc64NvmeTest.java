package groundschool.emulator.s3.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Crc64NvmeTest {

    @Test
    void has_the_check_value_of_the_specification() {
        var crc = new Crc64Nvme();

        crc.update("123456789".getBytes(StandardCharsets.US_ASCII), 0, 9);

        assertThat(crc.getValue()).isEqualTo(0xae8b14860a799888L);
    }

    @Test
    void is_the_same_however_the_bytes_come() {
        var random = new Random(64);
        var bytes = new byte[1000];
        random.nextBytes(bytes);
        for (int length = 0; length <= 200; length++) {
            int offset = random.nextInt(bytes.length - length);
            var atOnce = new Crc64Nvme();
            var oneByOne = new Crc64Nvme();

            atOnce.update(bytes, offset, length);
            for (int i = 0; i < length; i++) {
                oneByOne.update(bytes[offset + i]);
            }

            assertThat(atOnce.getValue()).as("%d bytes", length).isEqualTo(oneByOne.getValue());
        }
    }
}
