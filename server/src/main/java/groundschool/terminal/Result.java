package groundschool.terminal;

import groundschool.terminal.shell.Stream;
import java.util.List;
import java.util.stream.Collectors;

/// What a script came to.
///
/// @param output all that it wrote, in order
/// @param exitCode 0 for success
/// @param commands the script's own commands that were run, in order
public record Result(List<Event.Wrote> output, int exitCode, List<Event.Finished> commands) {

    public Result {
        output = List.copyOf(output);
        commands = List.copyOf(commands);
    }

    /// What went to the standard output.
    public String out() {
        return written(Stream.OUT);
    }

    /// What went to the standard error.
    public String error() {
        return written(Stream.ERROR);
    }

    /// Both, as a person sees it.
    public String text() {
        return output.stream().map(Event.Wrote::text).collect(Collectors.joining());
    }

    private String written(Stream stream) {
        return output.stream()
                .filter(each -> each.stream() == stream)
                .map(Event.Wrote::text)
                .collect(Collectors.joining());
    }
}
