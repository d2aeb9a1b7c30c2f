package groundschool.lab.check;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Looks at what will be when some time has passed, in a fork of the sandbox.
public record After(Duration delay, Check then) implements Check {

    @Override
    public Optional<Evidence> look(Scene scene) {
        var later = scene.fork();
        var sandbox = later.inspector().sandbox();
        sandbox.wakeServices();
        sandbox.clock().advance(delay);
        return then.look(later)
                .map(evidence ->
                        new Evidence(
                                evidence.lookedAt() + ", " + inWords() + " later",
                                evidence.where(),
                                evidence.found(),
                                evidence.expected()));
    }

    private String inWords() {
        return delay.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
