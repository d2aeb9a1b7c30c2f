package groundschool.emulator.apigateway.template;

import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.NOPLogger;

/// Runs mapping templates: Velocity's language, with nothing of Java in reach but maps, lists,
/// texts and numbers.
///
/// Source: [Mapping
/// templates](https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html)
public final class Templates {

    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int KEPT = 500;
    private static final Pattern RANGE =
            Pattern.compile("\\[\\s*([^\\[\\],]+?)\\s*\\.\\.\\s*([^\\[\\],]+?)\\s*\\]");

    /// By text: templates are few and used often.
    private static final Map<String, Template> PARSED =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(64, 0.75f, true) {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
                            return size() > KEPT;
                        }
                    });

    private Templates() {}

    /// What a template of that text makes of these variables.
    ///
    /// @param variables what it sees; those that are maps it may change
    /// @throws IllegalArgumentException if it is none, or fails
    public static String run(String text, Map<String, Object> variables) {
        try {
            var template = PARSED.get(text);
            if (template == null) {
                template = parse(text);
                PARSED.put(text, template);
            }
            var context = new VelocityContext(new HashMap<>(variables));
            var events = new EventCartridge();
            events.addEventHandler(new Quiet(Set.copyOf(variables.keySet())));
            context.attachEventCartridge(events);
            var out = new BoundedWriter(MOST_BYTES);
            ScopedValue.where(SafeIntrospection.BUDGET, new SafeIntrospection.Budget())
                    .run(() -> Objects.requireNonNull(PARSED.get(text)).merge(context, out));
            return out.toString();
        } catch (VelocityException | IllegalArgumentException | IllegalStateException failure) {
            throw new IllegalArgumentException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private static Template parse(String text) {
        var range = RANGE.matcher(text);
        while (range.find()) {
            if (!String.valueOf(range.group(1)).matches("-?\\d{1,4}")
                    || !String.valueOf(range.group(2)).matches("-?\\d{1,4}")) {
                throw new IllegalArgumentException("A range has numbers of up to four digits.");
            }
        }
        var engine = Engine.ONE;
        var template = new Template();
        template.setName("template");
        template.setRuntimeServices(engine);
        try {
            template.setData(engine.parse(new StringReader(text), template));
        } catch (ParseException e) {
            throw new IllegalArgumentException("no template: " + e.getMessage(), e);
        }
        template.initDocument();
        return template;
    }

    /// Made when it is first needed.
    private static final class Engine {
        private static final RuntimeInstance ONE = engine();
    }

    private static RuntimeInstance engine() {
        var engine = new RuntimeInstance();
        engine.setProperty("introspector.uberspect.class", SafeIntrospection.class.getName());
        // What learners get wrong is told to them, not to the log.
        engine.setProperty("runtime.log.instance", NOPLogger.NOP_LOGGER);
        engine.setProperty("directive.foreach.max_loops", "1000");
        engine.setProperty("velocimacro.max_depth", "10");
        engine.setProperty("velocimacro.library.path", "");
        engine.setProperty("velocimacro.inline.local_scope", "true");
        engine.setProperty("resource.loaders", "none");
        engine.setProperty(
                "resource.loader.none.class",
                "org.apache.velocity.runtime.resource.loader.StringResourceLoader");
        engine.init();
        for (var directive : List.of("include", "parse", "evaluate")) {
            engine.removeDirective(directive);
        }
        return engine;
    }

    /// References to what is not there print nothing, where AWS has the variable.
    private record Quiet(Set<String> known) implements ReferenceInsertionEventHandler {

        @Override
        public @Nullable Object referenceInsert(
                Context context, String reference, @Nullable Object value) {
            if (value == null) {
                var root = reference.replaceAll("^\\$!?\\{?", "").split("[.\\[({}]", 2)[0];
                return known.contains(root) ? "" : null;
            }
            if (value instanceof CharSequence text && text.length() > MOST_BYTES / 10) {
                throw new IllegalArgumentException("A text of a template is too long.");
            }
            return value;
        }
    }
}
