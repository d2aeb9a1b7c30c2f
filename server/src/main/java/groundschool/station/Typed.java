package groundschool.station;

import groundschool.terminal.Event;
import groundschool.terminal.shell.Stream;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Something that was typed into a terminal, and what came back.
public record Typed(String command, List<Event.Wrote> output, int exitCode, Instant at) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LARGEST_OUTPUT = 20_000;

    public Typed {
        output = List.copyOf(output);
    }

    /// What was typed, with what [#outputText] gave.
    public static Typed of(String command, String outputText, int exitCode, Instant at) {
        var output =
                MAPPER.readTree(outputText)
                        .valueStream()
                        .map(piece ->
                                new Event.Wrote(
                                        Stream.valueOf(piece.path(0).asString()),
                                        piece.path(1).asString()))
                        .toList();
        return new Typed(command, output, exitCode, at);
    }

    /// The beginning of the output as a database keeps it: a JSON list of the pieces in order.
    public String outputText() {
        var pieces = MAPPER.createArrayNode();
        var left = LARGEST_OUTPUT;
        for (var wrote : output) {
            var text =
                    wrote.text().length() > left
                            ? wrote.text().substring(0, left) + "…\n"
                            : wrote.text();
            pieces.addArray().add(wrote.stream().name()).add(text);
            left -= text.length();
            if (left <= 0) {
                break;
            }
        }
        return pieces.toString();
    }
}
