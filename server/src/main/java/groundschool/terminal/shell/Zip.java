package groundschool.terminal.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// `zip ARCHIVE FILE…`: puts files of the workspace into an archive beside them.
///
/// What it prints, and its exit codes, are those of Info-ZIP. Files here have no time, so the same
/// files make the same archive, to the byte.
///
/// Source: [zip](https://infozip.sourceforge.net/Zip.html)
final class Zip {

    /// What may not be, and how the program ends then.
    private static final class Failed extends Exception {
        private final int exitCode;

        Failed(String message, int exitCode) {
            super(message, null, false, false);
            this.exitCode = exitCode;
        }
    }

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// So that no archive that a function gave back fills the memory.
    private static final int MOST_UNPACKED_BYTES = 20_000_000;

    private final Invocation invocation;
    private final boolean quiet;
    private final boolean recursive;
    private final boolean withoutFolders;

    private Zip(Invocation invocation, String options) {
        this.invocation = invocation;
        this.quiet = options.contains("q");
        this.recursive = options.contains("r");
        this.withoutFolders = options.contains("j");
    }

    static int run(Invocation invocation) {
        try {
            var options = new StringBuilder();
            var words = new ArrayList<String>();
            for (var argument : invocation.arguments()) {
                if (argument.length() < 2 || !argument.startsWith("-")) {
                    words.add(argument);
                } else if (argument.matches("-[rqjX0-9]+")) {
                    options.append(argument);
                } else {
                    throw new Failed("Invalid command arguments (no option " + argument + ")", 16);
                }
            }
            if (words.isEmpty()) {
                throw new Failed(
                        "Invalid command arguments (zip function.zip index.mjs, for example)", 16);
            }
            new Zip(invocation, options.toString())
                    .pack(words.getFirst(), words.subList(1, words.size()));
            return 0;
        } catch (Failed failure) {
            invocation.error("\nzip error: " + failure.getMessage() + "\n");
            return failure.exitCode;
        } catch (Workspace.Refused refusal) {
            invocation.error("\nzip error: " + refusal.getMessage() + "\n");
            return 15;
        }
    }

    private void pack(String word, List<String> names) throws Failed {
        var archive = word.matches("(.*/)?[^/.]+") ? word + ".zip" : word;
        var files = new ArrayList<String>();
        for (var name : names) {
            files.addAll(meant(name, archive));
        }
        if (files.isEmpty()) {
            throw new Failed("Nothing to do! (" + archive + ")", 12);
        }
        var entries = unpacked(archive);
        for (var file : files.stream().distinct().toList()) {
            var name =
                    withoutFolders
                            ? file.substring(file.lastIndexOf('/') + 1)
                            : file.replaceFirst("^(\\./)+", "");
            var isNew = entries.put(name, invocation.workspace().bytes(file).orElseThrow()) == null;
            if (!quiet) {
                invocation.out(
                        "%s: %s %s\n"
                                .formatted(
                                        isNew ? "  adding" : "updating",
                                        name,
                                        saved(entries.getOrDefault(name, new byte[0]))));
            }
        }
        invocation.workspace().write(archive, packed(entries));
    }

    /// The files that a word stands for, never the archive itself.
    private List<String> meant(String word, String archive) throws Failed {
        var plain = word.replaceFirst("^(\\./)+", "").replaceFirst("/+$", "");
        var pattern = Pattern.compile(Pattern.quote(plain).replace("*", "\\E[^/]*\\Q"));
        var others =
                invocation.workspace().names().stream()
                        .filter(name -> !name.equals(archive.replaceFirst("^(\\./)+", "")))
                        .toList();
        var exact = others.stream().filter(name -> pattern.matcher(name).matches()).toList();
        var within =
                others.stream()
                        .filter(name -> plain.equals(".") || name.startsWith(plain + "/"))
                        .toList();
        if (exact.isEmpty() && !within.isEmpty() && !recursive) {
            throw new Failed(word + " is a folder: zip -r takes what lies in it", 12);
        }
        if (exact.isEmpty() && within.isEmpty()) {
            invocation.error("\tzip warning: name not matched: " + word + "\n");
        }
        return exact.isEmpty() ? within : exact;
    }

    private SequencedMap<String, byte[]> unpacked(String archive) throws Failed {
        var entries = new LinkedHashMap<String, byte[]>();
        var there = invocation.workspace().bytes(archive);
        if (there.isEmpty()) {
            return entries;
        }
        var left = MOST_UNPACKED_BYTES;
        try (var in = new ZipInputStream(new ByteArrayInputStream(there.get()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var bytes = in.readNBytes(left);
                left -= bytes.length;
                if (left == 0) {
                    throw new Failed("too large when unpacked (" + archive + ")", 6);
                }
                entries.put(entry.getName(), bytes);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw invalid(archive);
        }
        if (entries.isEmpty()) {
            throw invalid(archive);
        }
        return entries;
    }

    private static Failed invalid(String archive) {
        return new Failed("Zip file structure invalid (" + archive + ")", 3);
    }

    private static byte[] packed(Map<String, byte[]> entries) {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            for (var each : entries.entrySet()) {
                zip.putNextEntry(entry(each.getKey(), each.getValue()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (ZipException e) {
            throw new Workspace.Refused("cannot be an archive: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be written
        }
        return archive.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] bytes) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        if (deflatedLength(bytes) >= bytes.length) {
            var sum = new CRC32();
            sum.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        return entry;
    }

    private static String saved(byte[] bytes) {
        var deflated = deflatedLength(bytes);
        return deflated >= bytes.length
                ? "(stored 0%)"
                : "(deflated %d%%)"
                        .formatted(Math.round(100.0 * (bytes.length - deflated) / bytes.length));
    }

    private static long deflatedLength(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            var buffer = new byte[8_192];
            while (!deflater.finished()) {
                deflater.deflate(buffer);
            }
            return deflater.getBytesWritten();
        }
    }
}
