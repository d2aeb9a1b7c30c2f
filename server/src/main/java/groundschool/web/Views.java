package groundschool.web;

import io.javalin.http.Context;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Renders templates. Each sees what its page gives it and the frame around every page.
public final class Views {

    private final PebbleEngine engine;
    private final StaticFiles files;
    private final Map<String, Supplier<Object>> frame = new ConcurrentHashMap<>();

    public Views(StaticFiles files) {
        this.files = files;
        var loader = new ClasspathLoader();
        loader.setPrefix("templates");
        loader.setSuffix(".peb");
        this.engine =
                new PebbleEngine.Builder()
                        .loader(loader)
                        .strictVariables(true)
                        // A line break after a value is one: in what is copied to a shell it
                        // matters.
                        .newLineTrimming(false)
                        .autoEscaping(true)
                        .extension(new Vocabulary())
                        .build();
        frame("cardsDue", () -> 0);
        frame("lessonsUrl", () -> "/");
        frame("contentVersion", () -> "");
        frame("problems", List::of);
    }

    /// Reads a template and those that it includes, so that the first page need not.
    public void prepare(String template) {
        engine.getTemplate(template);
    }

    /// Adds something that every page shows, such as the number of cards due; it is asked for at
    /// each page.
    public void frame(String name, Supplier<Object> value) {
        frame.put(name, value);
    }

    /// Answers with a page. A browser may keep it, and asks whether it is still right before it
    /// shows it again; a page that must not be kept sets its own `Cache-Control` before.
    ///
    /// @param template such as `lesson/lesson`
    public void show(Context context, String template, Map<String, ?> model) {
        var html = render(context, template, model).getBytes(StandardCharsets.UTF_8);
        context.contentType("text/html; charset=utf-8");
        if (context.res().getHeader("Cache-Control") == null) {
            context.header(
                    "Cache-Control",
                    context.statusCode() == 200 ? "private, no-cache" : "no-store");
        }
        if (context.method().name().equals("GET") && context.statusCode() == 200) {
            Validator.answer(context, html);
        } else {
            context.result(html);
        }
    }

    /// The HTML of a template: a page, or the part of one that an event replaces.
    public String render(Context context, String template, Map<String, ?> model) {
        return renderer(context).render(template, model);
    }

    /// Renders templates for one visitor, also after their request is over, as a stream of events
    /// must: a request that has ended may not be read any more.
    public Renderer renderer(Context context) {
        Map<String, Object> visit =
                Map.of(
                        "csrf", Csrf.token(context),
                        "path", context.path(),
                        "section", section(context.path()),
                        "theme", theme(context));
        return (template, model) -> {
            var all = new HashMap<String, Object>(visit);
            // What the model has is not asked for: the page of an error must not fail with what it
            // tells of.
            frame.forEach((name, value) -> {
                if (!model.containsKey(name)) {
                    all.put(name, value.get());
                }
            });
            all.put("static", files.url(""));
            all.putAll(model);
            return render(template, all);
        };
    }

    /// What renders templates for one visitor.
    @FunctionalInterface
    public interface Renderer {
        String render(String template, Map<String, ?> model);
    }

    /// The part of the site that a path belongs to, for the bar.
    static String section(String path) {
        // Most paths begin with a slash; that of `OPTIONS *` does not.
        var first = path.startsWith("/") ? path.split("/", 3)[1] : "";
        return switch (first) {
            case "" -> "home";
            case "courses" -> "lessons";
            default -> first;
        };
    }

    /// What the reader chose; empty if that is what their system has.
    private static String theme(Context context) {
        var chosen = String.valueOf(context.cookie("theme"));
        return chosen.equals("light") || chosen.equals("dark") ? chosen : "";
    }

    private String render(String template, Map<String, Object> model) {
        var html = new StringWriter(16 * 1024);
        try {
            engine.getTemplate(template).evaluate(html, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }

    /// What our templates can say besides Pebble's own words.
    private static final class Vocabulary extends AbstractExtension {

        @Override
        public Map<String, Function> getFunctions() {
            return Map.of("icon", new Icons());
        }
    }
}
