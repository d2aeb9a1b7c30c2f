package groundschool.web;

import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The function `icon(name)` of templates: a small picture of one stroke width, drawn in the page
/// itself so that it never arrives late. To add one, add a file to `resources/icons`. It is hidden
/// from screen readers: a text or a label stands with it.
final class Icons implements Function {

    private final Map<String, SafeString> icons = new ConcurrentHashMap<>();

    @Override
    public List<String> getArgumentNames() {
        return List.of("name");
    }

    @Override
    public Object execute(
            Map<String, Object> arguments,
            PebbleTemplate self,
            EvaluationContext context,
            int line) {
        return icons.computeIfAbsent(String.valueOf(arguments.get("name")), Icons::read);
    }

    private static SafeString read(String name) {
        try (InputStream in = Icons.class.getResourceAsStream("/icons/" + name + ".svg")) {
            if (in == null) {
                throw new IllegalArgumentException("no icon has the name " + name);
            }
            return new SafeString(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
