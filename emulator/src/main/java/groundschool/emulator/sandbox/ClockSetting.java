package groundschool.emulator.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// At the instant `wall` of the wall clock a sandbox's clock showed `sandbox`, and has run at
/// `speed` since.
///
/// @param before what it was set to before that; the oldest have gone
record ClockSetting(Instant wall, Instant sandbox, double speed, Optional<ClockSetting> before) {

    private static final int MOST_BEFORE = 16;

    ClockSetting {
        before = before.map(it -> it.keeping(MOST_BEFORE - 1));
    }

    private ClockSetting keeping(int most) {
        var all = all();
        return all.size() <= most + 1 ? this : of(all.subList(0, most + 1));
    }

    /// This one and those before it, the newest first.
    List<ClockSetting> all() {
        var all = new ArrayList<ClockSetting>();
        for (var each = Optional.of(this); each.isPresent(); each = each.get().before) {
            all.add(each.get());
        }
        return all;
    }

    static ClockSetting of(List<ClockSetting> newestFirst) {
        Optional<ClockSetting> before = Optional.empty();
        for (var each : newestFirst.reversed()) {
            before = Optional.of(new ClockSetting(each.wall, each.sandbox, each.speed, before));
        }
        return before.orElseThrow();
    }

    Instant at(Instant instant) {
        if (before.isPresent() && instant.isBefore(wall)) {
            return before.get().at(instant);
        }
        var passed = Duration.between(wall, instant);
        return speed == 1
                ? sandbox.plus(passed)
                : sandbox.plusNanos((long) (passed.toNanos() * speed));
    }

    /// As it is stored: one line each.
    static final class Stored implements Format<ClockSetting> {

        @Override
        public byte[] write(ClockSetting setting) {
            return setting.all().stream()
                    .map(each -> "%s %s %s".formatted(each.wall, each.sandbox, each.speed))
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public ClockSetting read(byte[] bytes) {
            return ClockSetting.of(
                    new String(bytes, StandardCharsets.UTF_8).lines().map(this::one).toList());
        }

        private ClockSetting one(String line) {
            var parts = line.split(" ", 3);
            return new ClockSetting(
                    Instant.parse(parts[0]),
                    Instant.parse(parts[1]),
                    Double.parseDouble(parts[2]),
                    Optional.empty());
        }
    }
}
