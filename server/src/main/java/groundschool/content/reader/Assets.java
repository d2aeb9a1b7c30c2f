package groundschool.content.reader;

import groundschool.content.Problem;
import groundschool.content.markdown.Surroundings.Asset;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Looks into images, and remembers what it saw until they change.
final class Assets {

    private static final Pattern SIZE =
            Pattern.compile(
                    "<svg\\b[^>]*?\\bviewBox=\"[\\d.-]+[ ,]+[\\d.-]+[ ,]+(\\d+)[\\d.]*[ ,]+(\\d+)");
    private static final Pattern SOURCE = Pattern.compile("<!-- source: ([0-9a-f]{16}) -->");
    private static final Pattern ACTIVE =
            Pattern.compile("<script|javascript:|<[^>]*\\son[a-z]+\\s*=", Pattern.CASE_INSENSITIVE);

    /// How an image was when it was last looked at.
    ///
    /// @param changedAt in milliseconds
    record Seen(long changedAt, long sizeBytes, Asset asset, boolean isActive) {}

    private final Map<Path, Seen> seen = new HashMap<>();
    private boolean hasLearned;

    /// Takes over what an earlier process saw.
    void remember(Map<Path, Seen> earlier) {
        seen.putAll(earlier);
    }

    /// What it has seen, by file.
    Map<Path, Seen> seen() {
        return Map.copyOf(seen);
    }

    /// Whether it has looked into an image itself.
    boolean hasLearned() {
        return hasLearned;
    }

    /// The image, as it is now.
    ///
    /// @param address below `/content/`
    Asset asset(Path file, String address, List<Problem> problems) {
        var url = url(address);
        try {
            var changedAt = Files.getLastModifiedTime(file).toMillis();
            var sizeBytes = Files.size(file);
            var before = seen.get(file);
            var isSame =
                    before != null
                            && before.changedAt() == changedAt
                            && before.sizeBytes() == sizeBytes
                            && before.asset().url().equals(url);
            var now = before != null && isSame ? before : look(file, url, changedAt, sizeBytes);
            seen.put(file, now);
            if (now.isActive()) {
                problem(file, "an image with a script in it is refused", problems);
            }
            return now.asset();
        } catch (IOException e) {
            problem(file, "the image cannot be read: " + e.getMessage(), problems);
            return new Asset(url, 0, 0, "");
        }
    }

    private Seen look(Path file, String url, long changedAt, long sizeBytes) throws IOException {
        hasLearned = true;
        if (!FileTree.ending(file).equals("svg")) {
            return new Seen(changedAt, sizeBytes, new Asset(url, 0, 0, ""), false);
        }
        var svg = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        var size = SIZE.matcher(svg);
        var hasSize = size.find();
        var source = SOURCE.matcher(svg);
        var asset =
                new Asset(
                        url,
                        hasSize ? pixels(size.group(1)) : 0,
                        hasSize ? pixels(size.group(2)) : 0,
                        source.find() ? source.group(1) : "");
        return new Seen(changedAt, sizeBytes, asset, ACTIVE.matcher(svg).find());
    }

    private static int pixels(String digits) {
        return digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    private static String url(String address) {
        try {
            return new URI(null, null, "/content/" + address, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + address, e);
        }
    }

    private static void problem(Path file, String message, List<Problem> problems) {
        problems.add(new Problem(file, 1, Problem.Severity.PROBLEM, message));
    }
}
