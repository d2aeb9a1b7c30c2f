package groundschool.emulator.dynamodb.replica;

import java.util.List;

/// What the service asks of changes to replicas before it looks for the table, in its words and
/// order.
final class ReplicaRules {

    private ReplicaRules() {}

    /// @param local the Region that the request was sent to
    static void check(List<ReplicationGroupUpdate> updates, String local) {
        for (var update : updates) {
            if (update.actions() == 0) {
                throw ReplicaErrors.noAction();
            }
            if (update.actions() > 1) {
                throw ReplicaErrors.severalKinds();
            }
            update.update().ifPresent(ReplicaRules::checkSays);
        }
        if (updates.stream().map(ReplicaRules::kind).distinct().count() > 1) {
            throw ReplicaErrors.severalKinds();
        }
        var added =
                updates.stream()
                        .filter(update -> update.update().isEmpty())
                        .map(ReplicationGroupUpdate::region)
                        .distinct()
                        .toList();
        if (added.size() > 1) {
            throw ReplicaErrors.severalActions();
        }
        if (added.contains(local)) {
            throw ReplicaErrors.localRegion();
        }
        updates.stream()
                .flatMap(update -> update.create().stream())
                .map(ReplicationGroupUpdate.Create::regionName)
                .filter(region -> !ReplicaRegions.ALL.contains(region))
                .findFirst()
                .ifPresent(region -> {
                    throw ReplicaErrors.unknownRegion(region, ReplicaRegions.ALL);
                });
    }

    private static void checkSays(ReplicationGroupUpdate.Update update) {
        if (update.overrides().isEmpty() && update.kmsMasterKeyId().isEmpty()) {
            throw ReplicaErrors.noAction();
        }
    }

    private static String kind(ReplicationGroupUpdate update) {
        return update.create().isPresent()
                ? "create"
                : update.update().isPresent() ? "update" : "delete";
    }
}
