package groundschool.lab;

import groundschool.terminal.Event;
import groundschool.terminal.shell.Stream;
import groundschool.web.Page;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The terminal of a lab: takes what was typed and answers with what it wrote, as it comes.
public final class LabTerminalPage implements Page {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String LINES = "application/x-ndjson";

    private final Visitors visitors;
    private final LabDesk desk;

    public LabTerminalPage(Visitors visitors, LabDesk desk) {
        this.visitors = visitors;
        this.desk = desk;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/labs/{lab}/runs/{run}/terminal", this::type);
        routes.post("/labs/{lab}/runs/{run}/terminal/cancel", this::cancel);
    }

    private void type(Context context) {
        var bench = LabPage.bench(context, desk, visitors);
        var command = String.valueOf(context.formParam("command")).strip().replace("\r\n", "\n");
        if (command.isEmpty()) {
            throw new BadRequestResponse("There was no command.");
        }
        if (String.valueOf(context.header("Accept")).contains(LINES)) {
            stream(context, bench, command);
        } else {
            bench.type(command, _ -> {});
            context.redirect("/labs/" + bench.lab().id() + "#terminal", HttpStatus.SEE_OTHER);
        }
    }

    private void cancel(Context context) {
        LabPage.bench(context, desk, visitors).cancel();
        context.status(HttpStatus.NO_CONTENT);
    }

    private static void stream(Context context, Workbench bench, String command) {
        context.contentType(LINES).header("Cache-Control", "no-store");
        try (var out = context.outputStream()) {
            var typed =
                    bench.type(
                            command,
                            event -> {
                                if (event instanceof Event.Wrote(var stream, var text)) {
                                    send(out, Map.of("stream", name(stream), "text", text));
                                }
                            });
            send(out, Map.of("exitCode", typed.exitCode()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Stream stream) {
        return stream.name().toLowerCase(Locale.ROOT);
    }

    /// A page that has gone does not stop the command, which may be half done.
    private static void send(OutputStream out, Map<String, ?> line) {
        try {
            out.write(MAPPER.writeValueAsBytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException _) {
            return;
        }
    }
}
