package groundschool.command;

/// A command cannot go on. The message is a sentence for whoever typed it: what is wrong, and what
/// to do.
final class CommandFailed extends RuntimeException {

    CommandFailed(String sentence) {
        super(sentence);
    }
}
