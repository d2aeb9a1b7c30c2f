package groundschool.web;

import groundschool.terminal.Event;
import groundschool.terminal.shell.Stream;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Answers with what a command writes, as it comes: a line of JSON for each piece, and a last one
/// with the exit code.
public final class CommandAnswer {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String LINES = "application/x-ndjson";

    private CommandAnswer() {}

    /// Runs a command.
    @FunctionalInterface
    public interface Command {

        /// @param listener is told what happens as it happens
        /// @return the exit code
        int run(Consumer<Event> listener);
    }

    /// Whether the request comes from a script that can read such an answer.
    public static boolean isWanted(Context context) {
        return String.valueOf(context.header("Accept")).contains(LINES);
    }

    /// Runs a command and sends what it writes.
    public static void stream(Context context, Command command) {
        context.contentType(LINES).header("Cache-Control", "no-store");
        try (var out = context.outputStream()) {
            var exitCode =
                    command.run(event -> {
                        if (event instanceof Event.Wrote(var stream, var text)) {
                            send(out, Map.of("stream", name(stream), "text", text));
                        }
                    });
            send(out, Map.of("exitCode", exitCode));
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
