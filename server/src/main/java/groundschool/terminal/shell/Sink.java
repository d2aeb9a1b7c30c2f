package groundschool.terminal.shell;

/// What takes the text that programs write, as it comes.
@FunctionalInterface
public interface Sink {

    void write(Stream stream, String text);
}
