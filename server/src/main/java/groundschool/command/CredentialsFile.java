package groundschool.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A file of keys for the emulator: lines `access_key_id,secret_access_key,account_id`, each the
/// administrator of a sandbox of its own. Empty lines and lines that begin with `#` are skipped.
final class CredentialsFile {

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_]{16,128}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    /// A line of the file.
    record Line(String accessKeyId, String secret, String account) {}

    private CredentialsFile() {}

    /// All lines, in order.
    ///
    /// @throws CommandFailed if the file cannot be read, or a line is not of this form: it names
    ///   the line
    static List<Line> read(Path file) {
        try {
            return read(file, Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            throw new CommandFailed("There is no credentials file " + file + ".");
        } catch (IOException e) {
            throw new CommandFailed(
                    "The credentials file %s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static List<Line> read(Path file, List<String> texts) {
        var lines = new LinkedHashSet<Line>();
        Map<String, Integer> seen = new HashMap<>();
        for (int number = 1; number <= texts.size(); number++) {
            var text = texts.get(number - 1).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            var line = line(file + ":" + number, text);
            var first = seen.putIfAbsent(line.accessKeyId(), number);
            if (first != null) {
                throw new CommandFailed(
                        "%s:%d: the access key id %s stands in line %d already"
                                .formatted(file, number, line.accessKeyId(), first));
            }
            lines.add(line);
        }
        return List.copyOf(lines);
    }

    private static Line line(String place, String text) {
        var parts = text.split(",", -1);
        if (parts.length != 3) {
            throw new CommandFailed(
                    place + ": a line is access_key_id,secret_access_key,account_id");
        }
        if (!KEY_ID.matcher(parts[0]).matches()) {
            throw new CommandFailed(
                    place + ": an access key id is 16 to 128 letters, digits or underscores");
        }
        if (parts[1].isEmpty()) {
            throw new CommandFailed(place + ": the secret access key is empty");
        }
        if (!ACCOUNT.matcher(parts[2]).matches()) {
            throw new CommandFailed(place + ": an account id is twelve digits");
        }
        return new Line(parts[0], parts[1], parts[2]);
    }
}
