package groundschool.emulator.cognito.importing;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A file of people: a header with the names of attributes, and a line for each. A backslash before
/// a comma makes it part of a value.
///
/// Source: [Importing users from a CSV
/// file](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool.html)
public final class ImportFile {

    static final String USERNAME = "cognito:username";
    static final String MFA = "cognito:mfa_enabled";

    private ImportFile() {}

    /// Which columns a file of a pool has.
    public static List<String> header(Pool pool) {
        var all = new ArrayList<String>();
        pool.schema().stream()
                .flatMap(attribute -> attribute.name().stream())
                .filter(name -> !name.equals("sub") && !name.equals("identities"))
                .forEach(all::add);
        all.add(MFA);
        all.add(USERNAME);
        return all;
    }

    /// Somebody in a file.
    ///
    /// @param number the line's
    record Line(int number, Map<String, String> values) {}

    /// @throws groundschool.emulator.AwsException if the header is not the pool's
    static List<Line> lines(String csv, Pool pool) {
        var lines = csv.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            throw CognitoErrors.invalid("The CSV file has no header.");
        }
        var header = values(lines.getFirst());
        var known = header(pool);
        if (!known.containsAll(header) || !header.containsAll(known)) {
            throw CognitoErrors.invalid(
                    "The header in the CSV file does not match the expected headers.");
        }
        var all = new ArrayList<Line>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                all.add(new Line(i + 1, named(header, values(lines.get(i)))));
            }
        }
        return all;
    }

    private static Map<String, String> named(List<String> header, List<String> values) {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.size() && i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                all.put(header.get(i), values.get(i));
            }
        }
        // More values than columns: nobody can tell which is which.
        if (values.size() != header.size()) {
            all.put("", Integer.toString(values.size()));
        }
        return all;
    }

    private static List<String> values(String line) {
        var all = new ArrayList<String>();
        var value = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '\\' && i + 1 < line.length()) {
                value.append(line.charAt(++i));
            } else if (letter == ',') {
                all.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(letter);
            }
        }
        all.add(value.toString().strip());
        return all;
    }
}
