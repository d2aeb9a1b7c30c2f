package groundschool.emulator.sandbox;

/// What all maps of a storage were a moment ago.
public final class Moment {

    private final State state;

    Moment(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }
}
