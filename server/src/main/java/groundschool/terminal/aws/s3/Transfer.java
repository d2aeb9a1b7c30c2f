package groundschool.terminal.aws.s3;

import groundschool.terminal.aws.CliException;
import groundschool.terminal.shell.Invocation;
import groundschool.terminal.shell.Workspace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// `aws s3 cp`, `mv` and `sync`, between the workspace and S3 and within S3.
final class Transfer {

    private static final String USAGE =
            "<LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>";
    private static final String STREAM = "-";

    private final String command;
    private final ObjectCalls objects;
    private final Arguments arguments;
    private final Invocation invocation;
    private final String from;
    private final String to;
    private int exitCode;

    Transfer(String command, ObjectCalls objects, Arguments arguments, Invocation invocation) {
        this.command = command;
        this.objects = objects;
        this.arguments = arguments;
        this.invocation = invocation;
        if (arguments.paths().size() != 2) {
            throw CliException.usage("the following arguments are required: paths");
        }
        this.from = arguments.paths().getFirst();
        this.to = arguments.paths().getLast();
        if (!S3Uri.isOne(from) && !S3Uri.isOne(to)) {
            throw S3Commands.misused(command, USAGE);
        }
    }

    int run() {
        if (from.equals(STREAM) || to.equals(STREAM)) {
            return stream();
        }
        if (command.equals("sync") || arguments.has("--recursive")) {
            return many();
        }
        try {
            var item = S3Uri.isOne(from) ? objects.head(S3Uri.of(from)) : file(from);
            transfer(item, target(ObjectCalls.name(item.shown())));
        } catch (ObjectCalls.Failed failure) {
            return fatal(String.valueOf(failure.getMessage()));
        }
        return exitCode;
    }

    private int stream() {
        try {
            if (from.equals(STREAM)) {
                objects.put(
                        invocation.input().getBytes(StandardCharsets.UTF_8),
                        S3Uri.of(to),
                        arguments.settings());
            } else {
                objects.head(S3Uri.of(from));
                invocation.out(new String(objects.get(S3Uri.of(from)), StandardCharsets.UTF_8));
            }
            return 0;
        } catch (ObjectCalls.Failed failure) {
            return fatal(String.valueOf(failure.getMessage()));
        }
    }

    private int many() {
        List<? extends Item> items;
        List<? extends Item> there;
        try {
            items = below(from);
            there = command.equals("sync") ? below(to) : List.of();
        } catch (CliException refusal) {
            return fatal(refusal.text().strip());
        }
        if (items.isEmpty() && !S3Uri.isOne(from)) {
            throw CliException.failed("The user-provided path " + from + " does not exist.");
        }
        var known = new TreeMap<String, Item>();
        there.forEach(item -> known.put(item.path(), item));
        var taken = items.stream().filter(item -> arguments.filters().take(item.path())).toList();
        for (var item : taken) {
            if (!isSame(item, Optional.ofNullable(known.get(item.path())))) {
                transfer(item, inFolder(to) + item.path());
            }
        }
        if (arguments.has("--delete")) {
            taken.forEach(item -> known.remove(item.path()));
            known.values().stream()
                    .filter(item -> arguments.filters().take(item.path()))
                    .forEach(this::delete);
        }
        return exitCode;
    }

    /// Files of the workspace have no times, so that it is the content that tells what has changed.
    private boolean isSame(Item item, Optional<Item> there) {
        if (there.isEmpty() || there.get().size() != item.size()) {
            return false;
        }
        return arguments.has("--size-only") || tag(item).equals(tag(there.get()));
    }

    private String tag(Item item) {
        return switch (item) {
            case Item.Stored(_, _, _, var eTag) -> eTag;
            case Item.File(_, var name, _) -> "\"" + md5(bytes(name)) + "\"";
        };
    }

    private void transfer(Item item, String target) {
        var isUpload = item instanceof Item.File;
        var shownTarget = S3Uri.isOne(target) ? target : shown(target);
        var word =
                command.equals("mv")
                        ? "move"
                        : isUpload ? "upload" : S3Uri.isOne(target) ? "copy" : "download";
        var line = "%s: %s to %s\n".formatted(word, item.shown(), shownTarget);
        if (arguments.has("--dryrun")) {
            invocation.out("(dryrun) " + line);
            return;
        }
        try {
            move(item, target);
            if (command.equals("mv")) {
                switch (item) {
                    case Item.File(_, var name, _) -> invocation.workspace().remove(name);
                    case Item.Stored stored -> objects.delete(stored.uri());
                }
            }
            if (!arguments.isQuiet()) {
                invocation.out(line);
            }
        } catch (ObjectCalls.Failed | Workspace.Refused failure) {
            exitCode = 1;
            invocation.error(
                    "%s failed: %s to %s %s\n"
                            .formatted(word, item.shown(), shownTarget, failure.getMessage()));
        }
    }

    private void move(Item item, String target) throws ObjectCalls.Failed {
        switch (item) {
            case Item.File(_, var name, _) -> {
                var settings = arguments.settings();
                if (!settings.has("ContentType") && !arguments.has("--no-guess-mime-type")) {
                    MediaTypes.of(name).ifPresent(type -> settings.put("ContentType", type));
                }
                objects.put(bytes(name), S3Uri.of(target), settings);
            }
            case Item.Stored stored when S3Uri.isOne(target) -> {
                var settings = arguments.settings();
                arguments
                        .one("--metadata-directive")
                        .ifPresent(directive -> settings.put("MetadataDirective", directive));
                if (settings.has("Metadata") || settings.has("ContentType")) {
                    settings.put("MetadataDirective", "REPLACE");
                }
                objects.copy(stored.uri(), S3Uri.of(target), settings);
            }
            case Item.Stored stored ->
                    invocation.workspace().write(target, objects.get(stored.uri()));
        }
    }

    private void delete(Item item) {
        switch (item) {
            case Item.Stored stored ->
                    exitCode =
                            Math.max(
                                    exitCode,
                                    new Removal(objects, arguments, invocation).one(stored.uri()));
            case Item.File file -> {
                var line = "delete: " + file.shown() + "\n";
                if (arguments.has("--dryrun")) {
                    invocation.out("(dryrun) " + line);
                } else {
                    invocation.workspace().remove(file.name());
                    if (!arguments.isQuiet()) {
                        invocation.out(line);
                    }
                }
            }
        }
    }

    private Item file(String name) {
        var plain = plain(name);
        if (invocation.workspace().bytes(plain).isEmpty()) {
            throw CliException.failed("The user-provided path " + name + " does not exist.");
        }
        return new Item.File(ObjectCalls.name(plain), plain, bytes(plain).length);
    }

    /// What lies below a folder of the workspace, or a beginning of keys.
    private List<? extends Item> below(String place) {
        if (S3Uri.isOne(place)) {
            return objects.below(S3Uri.of(inFolder(place)));
        }
        var folder = inFolder(place);
        var files = new ArrayList<Item>();
        for (var name : invocation.workspace().names()) {
            if (name.startsWith(folder)) {
                files.add(new Item.File(name.substring(folder.length()), name, bytes(name).length));
            }
        }
        return files;
    }

    /// Where something of that name goes to if it goes alone.
    private String target(String name) {
        if (S3Uri.isOne(to)) {
            var uri = S3Uri.of(to);
            return uri.key().isEmpty() || uri.key().endsWith("/")
                    ? uri.withKey(uri.key() + name).toString()
                    : to;
        }
        var plain = plain(to);
        var isFolder =
                plain.isEmpty()
                        || to.endsWith("/")
                        || invocation.workspace().names().stream()
                                .anyMatch(it -> it.startsWith(plain + "/"));
        return isFolder ? inFolder(to) + name : plain;
    }

    /// A place with what makes of it the beginning of the paths below.
    private static String inFolder(String place) {
        if (S3Uri.isOne(place)) {
            var uri = S3Uri.of(place);
            return uri.key().isEmpty() || place.endsWith("/") ? uri.toString() : uri + "/";
        }
        var plain = plain(place);
        return plain.isEmpty() ? "" : plain + "/";
    }

    /// A path of the workspace, whose top is where the terminal is.
    private static String plain(String path) {
        var plain = path.equals(".") ? "" : path;
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String shown(String file) {
        return file.contains("/") ? file : "./" + file;
    }

    private byte[] bytes(String name) {
        return invocation.workspace().bytes(name).orElse(new byte[0]);
    }

    private int fatal(String message) {
        invocation.error("fatal error: " + message + "\n");
        return 1;
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
