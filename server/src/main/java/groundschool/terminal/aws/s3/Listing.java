package groundschool.terminal.aws.s3;

import groundschool.terminal.shell.Invocation;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `aws s3 ls`.
record Listing(ObjectCalls objects, Arguments arguments, Invocation invocation) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    int run() {
        var path = arguments.paths().isEmpty() ? "s3://" : arguments.paths().getFirst();
        var uri = S3Uri.of(S3Uri.isOne(path) ? path : "s3://" + path);
        if (uri.bucket().isEmpty()) {
            var answer = objects.answer("ListBuckets", JsonNodeFactory.instance.objectNode());
            for (var bucket : answer.path("Buckets")) {
                invocation.out(
                        "%s %s\n"
                                .formatted(
                                        time(bucket.path("CreationDate")),
                                        bucket.path("Name").asString()));
            }
            return 0;
        }
        var isRecursive = arguments.has("--recursive");
        long count = 0;
        long bytes = 0;
        var isEmpty = true;
        for (var page : objects.pages(uri.bucket(), uri.key(), isRecursive ? "" : "/")) {
            for (var group : page.path("CommonPrefixes")) {
                isEmpty = false;
                var prefix = group.path("Prefix").asString();
                var name = ObjectCalls.name(prefix.substring(0, prefix.length() - 1));
                invocation.out("%30s %s/\n".formatted("PRE", name));
            }
            for (var object : page.path("Contents")) {
                isEmpty = false;
                count++;
                bytes += object.path("Size").asLong();
                var key = object.path("Key").asString();
                invocation.out(
                        "%s %10s %s\n"
                                .formatted(
                                        time(object.path("LastModified")),
                                        size(object.path("Size").asLong()),
                                        isRecursive ? key : ObjectCalls.name(key)));
            }
        }
        if (arguments.has("--summarize")) {
            invocation.out(
                    "\nTotal Objects: %d\n   Total Size: %s\n".formatted(count, size(bytes)));
        }
        return isEmpty && !uri.key().isEmpty() ? 1 : 0;
    }

    private static String time(JsonNode iso) {
        return TIME.format(
                OffsetDateTime.parse(iso.asString()).withOffsetSameInstant(ZoneOffset.UTC));
    }

    private String size(long bytes) {
        if (!arguments.has("--human-readable")) {
            return Long.toString(bytes);
        }
        if (bytes == 1) {
            return "1 Byte";
        }
        if (bytes < 1024) {
            return bytes + " Bytes";
        }
        var value = bytes / 1024.0;
        for (var unit : new String[] {"KiB", "MiB", "GiB"}) {
            if (value < 1024) {
                return "%.1f %s".formatted(value, unit);
            }
            value /= 1024;
        }
        return "%.1f TiB".formatted(value);
    }
}
