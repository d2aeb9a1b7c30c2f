package groundschool.emulator.cloudwatch.alarm;

import groundschool.emulator.Services;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.alarm.AlarmDestination.Change;
import groundschool.emulator.sandbox.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps composite alarms from acting while the alarm that suppresses them is in `ALARM`, and for
/// the times before and after that are set. Each of its steps is part of the transition in which
/// alarms change.
///
/// A change waits for the suppressor for the wait period; once the suppressor has left `ALARM`, the
/// extension period follows. When either ends, the alarm acts on the state that it is in, if that
/// is another than it last acted on.
///
/// Source: [Suppressing composite alarm
/// actions](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-suppression.html),
/// and the event of a suppressed alarm in that guide
record Suppressions(Storage storage, Alarms alarms, String region, Services services) {

    /// @throws groundschool.emulator.AwsException if there is no such alarm
    void check(Suppressor suppressor) {
        if (find(suppressor).isEmpty()) {
            throw CloudWatchErrors.validation(
                    "Could not save the composite alarm as the actions suppressor alarm [%s] does not exist"
                            .formatted(suppressor.alarm()));
        }
    }

    private Optional<Alarm> find(Suppressor suppressor) {
        return alarms.find(name(suppressor), region);
    }

    private String name(Suppressor suppressor) {
        var prefix = Alarms.arn("", region, services.account());
        return suppressor.alarm().startsWith(prefix)
                ? suppressor.alarm().substring(prefix.length())
                : suppressor.alarm();
    }

    /// The alarms that one suppresses.
    Stream<Alarm> suppressedBy(String name) {
        return alarms.all(region).stream()
                .filter(each ->
                        each.settings()
                                .suppressor()
                                .filter(suppressor -> name(suppressor).equals(name))
                                .isPresent());
    }

    /// Looks at an alarm whose settings have changed.
    void configured(Alarm alarm) {
        boolean isSuppressed =
                alarm.settings().suppressor().flatMap(this::find).filter(this::isOn).isPresent();
        if (isSuppressed) {
            put(alarm, Suppression.ALARM, Optional.empty());
        } else if (alarm.settings().suppressor().isEmpty()
                || alarm.suppression().filter(each -> each.until().isEmpty()).isPresent()) {
            alarms.put(alarm.suppressed(Optional.empty()), region);
        }
    }

    private boolean isOn(Alarm alarm) {
        return alarm.state().value().equals("ALARM");
    }

    /// Those of the changes that are acted on at once.
    List<Change> unsuppressed(List<Change> changes) {
        changes.forEach(this::follow);
        return changes.stream().filter(change -> !isSuppressed(change)).toList();
    }

    /// Has those that an alarm suppresses follow its change.
    private void follow(Change change) {
        boolean wasOn = change.before().value().equals("ALARM");
        boolean isOn = isOn(change.alarm());
        if (wasOn == isOn) {
            return;
        }
        for (var alarm : suppressedBy(change.alarm().name()).toList()) {
            int seconds = alarm.settings().suppressor().orElseThrow().extensionSeconds();
            if (isOn) {
                put(alarm, Suppression.ALARM, Optional.empty());
            } else {
                var until = services.clock().now().plusSeconds(seconds);
                put(alarm, Suppression.EXTENSION, Optional.of(until));
            }
        }
    }

    private boolean isSuppressed(Change change) {
        var alarm = alarms.find(change.alarm().name(), region).orElse(change.alarm());
        if (alarm.settings().suppressor().isEmpty()) {
            return false;
        }
        var suppressor = alarm.settings().suppressor().get();
        var now = services.clock().now();
        var before = alarm.suppression();
        if (find(suppressor).filter(this::isOn).isPresent()) {
            put(alarm, acted(before, change), Suppression.ALARM, Optional.empty());
        } else if (before.filter(each -> each.by().equals(Suppression.EXTENSION)).isPresent()) {
            // It goes on until its end.
            return true;
        } else if (suppressor.waitSeconds() == 0) {
            return false;
        } else {
            var until = now.plusSeconds(suppressor.waitSeconds());
            put(alarm, acted(before, change), Suppression.WAIT, Optional.of(until));
        }
        return true;
    }

    private static String acted(Optional<Suppression> before, Change change) {
        return before.map(Suppression::acted).orElse(change.before().value());
    }

    private void put(Alarm alarm, String by, Optional<Instant> until) {
        put(
                alarm,
                alarm.suppression().map(Suppression::acted).orElse(alarm.state().value()),
                by,
                until);
    }

    private void put(Alarm alarm, String acted, String by, Optional<Instant> until) {
        var suppression = new Suppression(by, until, acted);
        alarms.put(alarm.suppressed(Optional.of(suppression)), region);
        if (!acted.equals(alarm.state().value())) {
            alarms.history(region)
                    .add(
                            new HistoryItem(
                                    alarm.name(),
                                    services.clock().now(),
                                    "Action",
                                    suppression.reason(),
                                    Alarms.json(
                                            Map.of(
                                                    "actionState",
                                                    "Suppressed",
                                                    "actionsSuppressedBy",
                                                    by))));
        }
        until.ifPresent(end -> schedule(alarm.name(), end));
    }

    /// Schedules again what a restart or a rewind has forgotten.
    void wake() {
        for (var alarm : alarms.all(region)) {
            alarm.suppression()
                    .flatMap(Suppression::until)
                    .ifPresent(end -> schedule(alarm.name(), end));
        }
    }

    private void schedule(String name, Instant end) {
        services.clock()
                .schedule(
                        end,
                        () -> {
                            var change =
                                    storage.transition(() ->
                                            alarms.find(name, region)
                                                    .filter(alarm -> endsAt(alarm, end))
                                                    .flatMap(alarm -> end(alarm, end)));
                            change.ifPresent(each -> new AlarmActions(storage).act(each, services));
                        });
    }

    private static boolean endsAt(Alarm alarm, Instant end) {
        return alarm.suppression().flatMap(Suppression::until).filter(end::equals).isPresent();
    }

    /// @return what is to be acted on
    private Optional<Change> end(Alarm alarm, Instant now) {
        var ended = alarm.suppression().orElseThrow();
        var state = alarm.state();
        boolean isOther = !ended.acted().equals(state.value());
        var after = alarm.suppressed(Optional.empty()).in(isOther ? state.updated(now) : state);
        alarms.put(after, region);
        return isOther
                ? Optional.of(
                        new Change(
                                after,
                                Alarms.arn(alarm.name(), region, services.account()),
                                state,
                                region,
                                Optional.of(ended)))
                : Optional.empty();
    }
}
