package groundschool.terminal.aws.s3;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the CLI takes a file for by the ending of its name.
///
/// Source: [mimetypes](https://docs.python.org/3/library/mimetypes.html), which it asks
final class MediaTypes {

    private static final Map<String, String> BY_ENDING =
            Map.ofEntries(
                    Map.entry("avif", "image/avif"),
                    Map.entry("css", "text/css"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("htm", "text/html"),
                    Map.entry("html", "text/html"),
                    Map.entry("ico", "image/vnd.microsoft.icon"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("js", "text/javascript"),
                    Map.entry("json", "application/json"),
                    Map.entry("md", "text/markdown"),
                    Map.entry("mjs", "text/javascript"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("png", "image/png"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("tar", "application/x-tar"),
                    Map.entry("txt", "text/plain"),
                    Map.entry("wasm", "application/wasm"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("woff", "font/woff"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("xml", "text/xml"),
                    Map.entry("zip", "application/zip"));

    private MediaTypes() {}

    static Optional<String> of(String file) {
        var dot = file.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        BY_ENDING.get(file.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}
