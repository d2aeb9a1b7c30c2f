package groundschool.emulator.dynamodb.replica;

/// What the service asks of changes to replicas before it looks for the table, in its words and
/// order.
final class ReplicaRules {

    private ReplicaRules() {}

    /// @param local the Region that the request was sent to
    /// @param isStrong whether the table is part of a strongly consistent global table
    static void check(ReplicaRequest request, String local, boolean isStrong) {
        var updates = request.updates();
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
        if (request.added().size() > 1 && !request.isStrong()
                || request.deleted().size() > 1 && !isStrong) {
            throw ReplicaErrors.severalActions();
        }
        if (request.added().contains(local) || request.deleted().contains(local)) {
            throw ReplicaErrors.localRegion();
        }
        request.added().stream()
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
