package groundschool.terminal.aws.s3;

import groundschool.terminal.aws.ArgumentParser;
import groundschool.terminal.aws.CliException;
import groundschool.terminal.aws.Option;
import groundschool.terminal.aws.Option.Takes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of one command: its paths, its options, its filters.
record Arguments(List<String> paths, ArgumentParser.Parsed parsed, Filters filters) {

    private static final List<String> FLAGS =
            List.of(
                    "--recursive",
                    "--dryrun",
                    "--quiet",
                    "--only-show-errors",
                    "--no-progress",
                    "--no-guess-mime-type",
                    "--force",
                    "--delete",
                    "--size-only",
                    "--exact-timestamps",
                    "--human-readable",
                    "--summarize");

    /// What says how an object is kept, by the member of PutObject.
    private static final Map<String, String> SETTINGS = settingsByOption();

    private static final List<String> VALUES =
            List.of(
                    "--metadata",
                    "--metadata-directive",
                    "--page-size",
                    "--expires-in",
                    "--index-document",
                    "--error-document");

    private static Map<String, String> settingsByOption() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("--acl", "ACL");
        settings.put("--cache-control", "CacheControl");
        settings.put("--content-disposition", "ContentDisposition");
        settings.put("--content-encoding", "ContentEncoding");
        settings.put("--content-language", "ContentLanguage");
        settings.put("--content-type", "ContentType");
        settings.put("--expires", "Expires");
        settings.put("--sse", "ServerSideEncryption");
        settings.put("--sse-kms-key-id", "SSEKMSKeyId");
        settings.put("--storage-class", "StorageClass");
        settings.put("--website-redirect", "WebsiteRedirectLocation");
        return settings;
    }

    /// @throws CliException if there is an option that no command has
    static Arguments read(List<String> arguments) {
        var options = new ArrayList<Option>();
        FLAGS.forEach(flag -> options.add(new Option(flag, Takes.NOTHING)));
        VALUES.forEach(name -> options.add(new Option(name, Takes.ONE)));
        SETTINGS.keySet()
                .forEach(name ->
                        options.add(
                                new Option(
                                        name,
                                        name.equals("--sse") ? Takes.ONE_OR_NOTHING : Takes.ONE)));
        var filters = new ArrayList<Filters.Filter>();
        var others = new ArrayList<String>();
        for (int at = 0; at < arguments.size(); at++) {
            var argument = arguments.get(at);
            var isFilter = argument.equals("--exclude") || argument.equals("--include");
            if (!isFilter) {
                others.add(argument);
            } else if (++at == arguments.size()) {
                throw CliException.usage("argument " + argument + ": expected one argument");
            } else {
                filters.add(new Filters.Filter(argument.equals("--include"), arguments.get(at)));
            }
        }
        var parsed = new ArgumentParser(options).parse(others);
        var paths = new ArrayList<String>();
        parsed.word().ifPresent(paths::add);
        var unknown = new ArrayList<String>();
        // A lone dash is a path: the standard input or output.
        parsed.rest().forEach(each -> (each.startsWith("--") ? unknown : paths).add(each));
        if (!unknown.isEmpty()) {
            throw CliException.unknown("Unknown options: " + String.join(",", unknown));
        }
        return new Arguments(List.copyOf(paths), parsed, new Filters(filters));
    }

    boolean has(String option) {
        return parsed.has(option);
    }

    Optional<String> one(String option) {
        return parsed.one(option);
    }

    /// Whether nothing is said of what goes well.
    boolean isQuiet() {
        return has("--quiet") || has("--only-show-errors");
    }

    /// The members of PutObject and CopyObject that the options set.
    ObjectNode settings() {
        var settings = JsonNodeFactory.instance.objectNode();
        SETTINGS.forEach((option, member) -> one(option).ifPresent(it -> settings.put(member, it)));
        if (has("--sse") && one("--sse").isEmpty()) {
            settings.put("ServerSideEncryption", "AES256");
        }
        one("--metadata")
                .ifPresent(pairs -> {
                    var metadata = settings.putObject("Metadata");
                    for (var pair : pairs.split(",")) {
                        var equals = pair.indexOf('=');
                        if (equals < 1) {
                            throw CliException.parameter(
                                    "--metadata",
                                    "Expected: '=', received: 'EOF' for input:\n" + pairs);
                        }
                        metadata.put(pair.substring(0, equals), pair.substring(equals + 1));
                    }
                });
        return settings;
    }
}
