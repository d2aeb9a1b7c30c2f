package groundschool.terminal.shell;

/// What `set` changes for the rest of a script.
final class Modes {

    private boolean stopAtFailure;
    private boolean refuseUnset;

    Modes(boolean stopAtFailure) {
        this.stopAtFailure = stopAtFailure;
    }

    /// `set -e`.
    boolean stopAtFailure() {
        return stopAtFailure;
    }

    void stopAtFailure(boolean on) {
        stopAtFailure = on;
    }

    /// `set -u`.
    boolean refuseUnset() {
        return refuseUnset;
    }

    void refuseUnset(boolean on) {
        refuseUnset = on;
    }
}
