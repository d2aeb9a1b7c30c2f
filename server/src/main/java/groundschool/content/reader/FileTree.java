package groundschool.content.reader;

import groundschool.content.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The files below a folder: texts with their contents, and images. Hidden files and what editors
/// leave behind are passed over.
///
/// @param texts by path, `\n` between lines
record FileTree(
        Path root, SortedMap<Path, String> texts, SortedSet<Path> images, List<Problem> problems) {

    static final int LARGEST_BYTES = 1_000_000;
    static final int MOST_FILES = 20_000;
    static final int DEEPEST = 8;

    private static final Set<String> IMAGES = Set.of("svg", "png", "jpg", "jpeg", "webp", "gif");

    /// Reads the folder.
    ///
    /// @param textEndings the endings of files to read; `*` for all that are no images
    static FileTree read(Path root, Set<String> textEndings) {
        var tree = new FileTree(root, new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
        try {
            tree.walk(root, root.toRealPath(), textEndings, 0);
        } catch (IOException e) {
            tree.problem(root, "this folder cannot be read: " + reason(e));
        }
        return tree;
    }

    private void walk(Path folder, Path realRoot, Set<String> textEndings, int depth)
            throws IOException {
        if (depth > DEEPEST) {
            problem(folder, "folders are nested more than %d deep here".formatted(DEEPEST));
            return;
        }
        var entries = new ArrayList<Path>();
        try (var listed = Files.newDirectoryStream(folder)) {
            listed.forEach(entries::add);
        }
        entries.sort(null);
        for (var entry : entries) {
            var name = entry.getFileName().toString();
            if (name.startsWith(".") || name.endsWith("~") || name.startsWith("#")) {
                continue;
            }
            if (Files.isSymbolicLink(entry) && !leadsInside(entry, realRoot)) {
                problem(entry, "this link leads out of the folder: copy the file here");
            } else if (Files.isDirectory(entry)) {
                walk(entry, realRoot, textEndings, depth + 1);
            } else if (texts.size() + images.size() < MOST_FILES) {
                file(entry, textEndings);
            } else {
                problem(entry, "there are more than %d files".formatted(MOST_FILES));
                return;
            }
        }
    }

    private static boolean leadsInside(Path link, Path realRoot) {
        try {
            return link.toRealPath().startsWith(realRoot);
        } catch (IOException e) {
            return false;
        }
    }

    private void file(Path file, Set<String> textEndings) {
        var ending = ending(file);
        var isImage = IMAGES.contains(ending);
        var isText = textEndings.contains(ending) || textEndings.contains("*");
        if (!isImage && !isText) {
            return;
        }
        try {
            if (!Files.isRegularFile(file)) {
                problem(file, "this is no regular file");
            } else if (Files.size(file) > LARGEST_BYTES) {
                problem(file, "the file is larger than 1 MB: split it");
            } else if (isImage) {
                images.add(file);
            } else {
                text(file, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            problem(file, "the file cannot be read: " + reason(e));
        }
    }

    private void text(Path file, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        // What is no UTF-8 has become this; an author may also have meant it.
        var wrong = text.indexOf('\ufffd') < 0 ? OptionalInt.empty() : noUtf8(bytes);
        if (wrong.isPresent()) {
            problems.add(
                    new Problem(
                            file,
                            wrong.getAsInt(),
                            Problem.Severity.PROBLEM,
                            "the file is not UTF-8 from this line on: save it as UTF-8"));
            return;
        }
        texts.put(
                file, (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n"));
    }

    /// The line from which on bytes are no UTF-8.
    private static OptionalInt noUtf8(byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(input);
            return OptionalInt.empty();
        } catch (CharacterCodingException e) {
            var line = 1;
            for (var at = 0; at < input.position(); at++) {
                line += bytes[at] == '\n' ? 1 : 0;
            }
            return OptionalInt.of(line);
        }
    }

    static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "it is not there";
            case java.nio.file.AccessDeniedException _ -> "access is denied";
            default -> String.valueOf(e.getMessage());
        };
    }

    private void problem(Path file, String message) {
        problems.add(new Problem(file, 1, Problem.Severity.PROBLEM, message));
    }

    /// The texts below a folder, by their path relative to it, `/` between names.
    SortedMap<String, String> below(Path folder) {
        var below = new TreeMap<String, String>();
        for (Map.Entry<Path, String> entry : texts.entrySet()) {
            if (entry.getKey().startsWith(folder)) {
                below.put(relative(folder, entry.getKey()), entry.getValue());
            }
        }
        return below;
    }

    /// A path inside a folder, `/` between names.
    static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
