package groundschool.emulator.cloudwatch.alarm;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import groundschool.emulator.cloudwatch.alarm.AlarmDestination.Change;
import groundschool.emulator.sandbox.Storage;
import java.util.Map;
import java.util.Optional;

/// What alarms do when their state changes, and note that they have done it.
record AlarmActions(Storage storage) {

    /// Does what the new state asks for, outside of any transition.
    void act(Change change, Services services) {
        var alarm = change.alarm();
        if (!alarm.settings().actionsEnabled()) {
            return;
        }
        for (var action : alarm.actionsOf(alarm.state().value())) {
            var failure = attempt(action, change, services);
            storage.transition(() ->
                    new AlarmHistory(storage, change.region())
                            .add(
                                    new HistoryItem(
                                            alarm.name(),
                                            services.clock().now(),
                                            "Action",
                                            failure.isEmpty()
                                                    ? "Successfully executed action " + action
                                                    : "Failed to execute action %s. Received error: \"%s\""
                                                            .formatted(action, failure.get()),
                                            Alarms.json(
                                                    Map.of(
                                                            "actionState",
                                                            failure.isEmpty()
                                                                    ? "Succeeded"
                                                                    : "Failed",
                                                            "notificationResource",
                                                            action,
                                                            "stateUpdateTimestamp",
                                                            alarm.state()
                                                                    .updatedAt()
                                                                    .toEpochMilli())))));
        }
    }

    private static Optional<String> attempt(String action, Change change, Services services) {
        for (var destination : AlarmDestination.ALL) {
            if (destination.takes(action)) {
                try {
                    destination.send(action, change, services);
                    return Optional.empty();
                } catch (AwsException refusal) {
                    return Optional.of(refusal.message());
                }
            }
        }
        return Optional.of("Groundschool's emulator cannot act on " + action + " yet.");
    }
}
