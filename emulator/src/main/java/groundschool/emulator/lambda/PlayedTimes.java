package groundschool.emulator.lambda;

import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Sandbox;

/// Whether functions of a sandbox are said to take what they take on AWS, and the sandbox's clock
/// goes on by that. It is part of the sandbox's state, so that forks and rewinds have it too.
public final class PlayedTimes {

    private static final String MAP = "lambda/played-times";
    private static final Key WANTED = Key.of("wanted");

    private PlayedTimes() {}

    /// Has times be played out from now on, or no more.
    public static void want(Sandbox sandbox, boolean wanted) {
        var map = sandbox.storage().map(MAP, new JsonFormat<>(Boolean.class));
        sandbox.storage()
                .transition(() -> {
                    if (wanted) {
                        map.put(WANTED, true);
                    } else {
                        map.remove(WANTED);
                    }
                });
    }

    static boolean areWanted(Sandbox sandbox) {
        return sandbox.storage()
                .map(MAP, new JsonFormat<>(Boolean.class))
                .get(WANTED)
                .orElse(false);
    }
}
