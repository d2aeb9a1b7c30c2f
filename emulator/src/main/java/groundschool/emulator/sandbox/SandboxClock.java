package groundschool.emulator.sandbox;

import java.time.Duration;
import java.time.Instant;

/// The time that a sandbox's services store, report and expire by. A learner can freeze it, step it
/// and set its speed.
///
/// All due work waits in one queue, which runs in order as the clock passes it.
public interface SandboxClock {

    Instant now();

    /// Stops the clock where it is.
    void freeze();

    /// Lets the clock run at `factor` times the wall clock's speed.
    ///
    /// @param factor above 0
    void run(double factor);

    /// Moves the clock on and does, in order, all that becomes due on the way.
    void advance(Duration duration);

    /// Has `work` done when the clock reaches `due`: at once if it has. Not durable: a service that
    /// opens schedules again what its state says is due.
    void schedule(Instant due, Runnable work);
}
