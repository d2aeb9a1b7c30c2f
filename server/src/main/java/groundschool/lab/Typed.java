package groundschool.lab;

import groundschool.terminal.Event;
import java.time.Instant;
import java.util.List;

/// Something that was typed into a lab's terminal, and what came back.
public record Typed(String command, List<Event.Wrote> output, int exitCode, Instant at) {

    public Typed {
        output = List.copyOf(output);
    }
}
