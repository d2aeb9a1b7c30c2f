package groundschool.station;

import java.util.Map;

/// What a terminal keeps from one command to the next, besides the sandbox: files and variables.
///
/// @param files by path, as [groundschool.terminal.shell.Workspace#texts()] has them
/// @param exported the variables that programs see
/// @param own the variables that only the shell sees
public record Belongings(
        Map<String, String> files, Map<String, String> exported, Map<String, String> own) {

    public Belongings {
        files = Map.copyOf(files);
        exported = Map.copyOf(exported);
        own = Map.copyOf(own);
    }
}
