package groundschool.content.rule;

import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.Origins;
import groundschool.content.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// No content repeats a run of eight words from texts that it was written after.
///
/// Case, punctuation and line breaks do not matter; addresses are no words, since two texts may
/// lead to the same place.
public final class Originality implements ContentReader.Rule {

    private static final int RUN = 8;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)>\\]]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Set<String> known = new HashSet<>();

    private record Word(String text, int line) {}

    /// @param seeds a folder of texts
    /// @throws UncheckedIOException if they cannot be read, or there are none
    public Originality(Path seeds) {
        try (var files = Files.list(seeds)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var words = words(read(file));
                for (var at = 0; at + RUN <= words.size(); at++) {
                    known.add(run(words, at));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the seeds cannot be read: " + seeds, e);
        }
        if (known.isEmpty()) {
            throw new UncheckedIOException(new IOException("there are no texts in " + seeds));
        }
    }

    @Override
    public List<Problem> problemsOf(Catalogue catalogue) {
        return catalogue.origins().texts().stream()
                .flatMap(text -> problemsOf(text).stream())
                .toList();
    }

    private List<Problem> problemsOf(Origins.Text text) {
        var words = words(read(text.file()));
        var problems = new ArrayList<Problem>();
        for (var at = 0; at + RUN <= words.size(); at++) {
            if (known.contains(run(words, at))) {
                problems.add(
                        text.at(words.get(at).line())
                                .problem(
                                        "\"%s …\" stands in the seeds too: say it in words of your own"
                                                .formatted(run(words, at))));
                at += RUN - 1;
            }
        }
        return problems;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException _) {
            // It has gone since it was read.
            return "";
        }
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        var line = 0;
        for (var each : text.split("\n", -1)) {
            line++;
            var found = WORD.matcher(ADDRESS.matcher(each).replaceAll(" "));
            while (found.find()) {
                words.add(new Word(found.group().toLowerCase(Locale.ROOT), line));
            }
        }
        return words;
    }

    private static String run(List<Word> words, int from) {
        return String.join(" ", words.subList(from, from + RUN).stream().map(Word::text).toList());
    }
}
