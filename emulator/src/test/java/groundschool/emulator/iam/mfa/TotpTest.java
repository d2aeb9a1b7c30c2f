package groundschool.emulator.iam.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Source: the test vectors of [RFC 6238](https://www.rfc-editor.org/rfc/rfc6238#appendix-B), whose
/// last six digits are the code.
class TotpTest {

    /// `12345678901234567890`.
    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long epochSecond, String code) {
        assertThat(Totp.code(SEED, Instant.ofEpochSecond(epochSecond))).isEqualTo(code);
    }
}
