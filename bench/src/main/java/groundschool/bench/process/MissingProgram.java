package groundschool.bench.process;

/// A program to be measured beside ours cannot be had, for the reason that the message says.
public final class MissingProgram extends Exception {

    private static final long serialVersionUID = 1;

    MissingProgram(String reason) {
        super(reason);
    }
}
