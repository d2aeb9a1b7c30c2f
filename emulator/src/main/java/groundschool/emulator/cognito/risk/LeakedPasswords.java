package groundschool.emulator.cognito.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Passwords that everybody knows: a few dozen of the commonest, and of those that people make of
/// them where a policy asks for capitals, digits and symbols.
///
/// Unlike AWS, which compares with what has leaked anywhere, this is all that the emulator knows.
final class LeakedPasswords {

    private static final Set<String> ALL = read();

    private LeakedPasswords() {}

    static boolean contains(String password) {
        return ALL.contains(password);
    }

    private static Set<String> read() {
        try (var in =
                Objects.requireNonNull(
                        LeakedPasswords.class.getResourceAsStream(
                                "/groundschool/emulator/cognito-idp/leaked-passwords.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
