package groundschool.web;

import groundschool.Resources;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/// Style sheets, scripts, fonts and pictures. Their address carries a hash of them all, so that a
/// browser keeps them for good and one file can name another by a relative path.
public final class StaticFiles implements Page {

    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "ico", "image/x-icon",
                    "woff2", "font/woff2",
                    "txt", "text/plain; charset=utf-8",
                    "webmanifest", "application/manifest+json");

    private static final String STYLE_SHEET = "css/site.css";
    private static final List<String> FIRST =
            List.of(
                    "css/fonts.css",
                    "css/tokens.css",
                    "css/base.css",
                    "css/frame.css",
                    "css/components.css");
    private static final String LAST = "css/print.css";

    private final Map<String, Optional<byte[]>> files = new ConcurrentHashMap<>();
    private final String version;

    /// The files on the class path.
    public StaticFiles() {
        this.version = hash();
    }

    /// The address of a file.
    ///
    /// @param name such as `css/site.css`
    public String url(String name) {
        return "/static/" + version + "/" + name;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/static/{version}/<name>", this::send);
    }

    private void send(Context context) {
        var name = context.pathParam("name");
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        var bytes = type == null || name.contains("..") ? Optional.<byte[]>empty() : read(name);
        context.contentType(String.valueOf(type))
                .header(
                        "Cache-Control",
                        context.pathParam("version").equals(version)
                                ? "public, max-age=31536000, immutable"
                                : "no-cache")
                .result(bytes.orElseThrow(NotFoundResponse::new));
    }

    private Optional<byte[]> read(String name) {
        return files.computeIfAbsent(name, StaticFiles::load);
    }

    private static Optional<byte[]> load(String name) {
        return name.equals(STYLE_SHEET) ? Optional.of(joined()) : Resources.bytes("static/" + name);
    }

    /// All style sheets as one, so that a page needs one request for them: first what the others
    /// build on, then one for each feature, and paper last.
    private static byte[] joined() {
        var all = new LinkedHashSet<>(FIRST);
        Resources.names("static").stream()
                .filter(name -> name.endsWith(".css") && !name.equals(LAST))
                .forEach(all::add);
        all.add(LAST);
        var sheet = new ByteArrayOutputStream();
        all.forEach(name -> Resources.bytes("static/" + name).ifPresent(sheet::writeBytes));
        return sheet.toByteArray();
    }

    /// A checksum and not a digest: it has to tell one version from another, and it is made at each
    /// start.
    private static String hash() {
        var checksum = new CRC32();
        var lengthBytes = 0L;
        for (var name : Resources.names("static")) {
            var bytes = load(name).orElseGet(() -> new byte[0]);
            checksum.update(name.getBytes(StandardCharsets.UTF_8));
            checksum.update(bytes);
            lengthBytes += bytes.length;
        }
        return "%08x%x".formatted(checksum.getValue(), lengthBytes);
    }
}
