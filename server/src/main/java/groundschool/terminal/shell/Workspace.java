package groundschool.terminal.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The files beside a terminal: a few small ones, in memory, which several threads may use.
public final class Workspace {

    /// A file that cannot be written; the message says why.
    public static final class Refused extends RuntimeException {
        Refused(String why) {
            super(why, null, false, false);
        }
    }

    private static final int MOST_FILES = 100;
    private static final int LARGEST_FILE_BYTES = 1_000_000;
    private static final int LARGEST_NAME_CHARACTERS = 200;
    private static final String BINARY = "\0base64:";
    private static final Pattern NAME = Pattern.compile("[\\w.@+-]+(/[\\w.@+-]+)*");

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /// An empty workspace.
    public Workspace() {}

    /// A workspace that begins with these files.
    ///
    /// @param files by name, text or what [#texts()] made of them
    public Workspace(Map<String, String> files) {
        files.forEach((name, text) -> {
            if (text.startsWith(BINARY)) {
                write(name, Base64.getDecoder().decode(text.substring(BINARY.length())));
            } else {
                write(name, text);
            }
        });
    }

    /// All files by name, so that a workspace that begins with them has them to the byte. One that
    /// is no text, such as an archive, is in base64 behind a sign that no text begins with.
    public synchronized SortedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        files.forEach((name, bytes) -> {
            var text = new String(bytes, StandardCharsets.UTF_8);
            var isText =
                    !text.startsWith(BINARY)
                            && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
            texts.put(name, isText ? text : BINARY + Base64.getEncoder().encodeToString(bytes));
        });
        return texts;
    }

    /// The names of all files, sorted.
    public synchronized List<String> names() {
        return List.copyOf(files.keySet());
    }

    /// What a file holds.
    public synchronized Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(files.get(plain(name))).map(byte[]::clone);
    }

    /// What a file holds, as text.
    public Optional<String> text(String name) {
        return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// Writes a file, in place of what it held.
    ///
    /// @throws Refused if the name or the size is not allowed
    public void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a file, in place of what it held.
    ///
    /// @throws Refused if the name or the size is not allowed
    public synchronized void write(String name, byte[] bytes) {
        var plain = plain(name);
        if (!NAME.matcher(plain).matches()
                || plain.contains("..")
                || plain.length() > LARGEST_NAME_CHARACTERS) {
            throw new Refused(
                    name + ": not a name for a file here; use letters, digits, dots and dashes");
        }
        if (bytes.length > LARGEST_FILE_BYTES) {
            throw new Refused(name + ": larger than a file may be here (1 MB)");
        }
        if (!files.containsKey(plain) && files.size() >= MOST_FILES) {
            throw new Refused(name + ": there are as many files as there may be (100)");
        }
        files.put(plain, bytes.clone());
    }

    /// Adds to the end of a file, which is made if need be.
    ///
    /// @throws Refused if the name or the size is not allowed
    public synchronized void append(String name, String text) {
        write(name, text(name).orElse("") + text);
    }

    /// Removes a file, if it is there.
    public synchronized boolean remove(String name) {
        return files.remove(plain(name)) != null;
    }

    private static String plain(String name) {
        return name.startsWith("./") ? plain(name.substring(2)) : name;
    }
}
