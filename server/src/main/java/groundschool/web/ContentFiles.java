package groundschool.web;

import groundschool.content.Catalogue;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The pictures of the content. Only those that the catalogue lists are served, by the very path
/// that it lists, so that no path leads out of the content folder.
public final class ContentFiles implements Page {

    private static final Map<String, String> TYPES =
            Map.of(
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "gif", "image/gif",
                    "webp", "image/webp",
                    "avif", "image/avif");

    private final Supplier<Catalogue> catalogue;

    public ContentFiles(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/content/<path>", this::send);
    }

    private void send(Context context) throws IOException {
        var path = context.pathParam("path");
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var type = Optional.ofNullable(TYPES.get(ending));
        var file = catalogue.get().asset(path);
        if (type.isEmpty() || file.isEmpty() || !Files.isRegularFile(file.get())) {
            throw new NotFoundResponse("There is no picture at this address.");
        }
        var bytes = Files.readAllBytes(file.get());
        // A drawing is a document too: alone in a window it must run nothing.
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        context.contentType(type.get()).header("Cache-Control", "private, no-cache");
        Validator.answer(context, bytes);
    }
}
