package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.dynamodb.schema.TimeToLive;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the service asks of global tables whose reads are strongly consistent across Regions: they
/// are made at once, in three Regions, and deleted at once.
///
/// The wordings are those that were recorded from the service in October 2026 (`ack-api-quirks`,
/// DDB-TABLE-202, 257 and 260), where nothing else is said.
final class StrongRules {

    private static final String STRONG = "global tables with MultiRegionConsistency set to STRONG";
    private static final Set<String> REGIONS =
            Set.of(
                    "us-east-1",
                    "us-east-2",
                    "us-west-2",
                    "eu-west-1",
                    "eu-west-2",
                    "eu-west-3",
                    "eu-central-1",
                    "ap-northeast-1",
                    "ap-northeast-2",
                    "ap-northeast-3");

    private StrongRules() {}

    /// @param group that the table is part of already
    static void check(ReplicaRequest request, Optional<ReplicationGroup> group, String local) {
        if (request.consistency().isPresent()) {
            checkNew(request, local);
            if (group.isPresent()) {
                throw DynamoDbErrors.validation(
                        "MultiRegionConsistency parameter is unsupported on existing global table");
            }
            return;
        }
        var strong = group.filter(ReplicationGroup::hasStrongReads);
        if (strong.isPresent()) {
            checkExisting(request, strong.get(), local);
        } else if (!request.witnesses().isEmpty()) {
            throw witnessNeedsStrong();
        }
    }

    private static void checkNew(ReplicaRequest request, String local) {
        var added = request.added();
        var witnesses = request.witnessesAdded();
        if (request.updates().stream().anyMatch(update -> update.create().isEmpty())) {
            throw DynamoDbErrors.validation(
                    "Only Replica Create actions are supported when MultiRegionConsistency"
                            + " parameter is provided.");
        }
        if (!request.isStrong()) {
            if (!request.witnesses().isEmpty()) {
                throw witnessNeedsStrong();
            }
            return;
        }
        if (added.size() + witnesses.size() != 2) {
            throw DynamoDbErrors.validation("Unsupported replica count for " + STRONG + ".");
        }
        var unsupported =
                Stream.of(List.of(local), added, witnesses)
                        .flatMap(List::stream)
                        .filter(region -> !REGIONS.contains(region))
                        .distinct()
                        .toList();
        if (!unsupported.isEmpty()) {
            throw DynamoDbErrors.validation(
                    "Unsupported Region(s) specified for %s: [%s]."
                            .formatted(STRONG, String.join(", ", unsupported)));
        }
        if (witnesses.stream().anyMatch(added::contains)) {
            throw DynamoDbErrors.validation("Cannot target multiple regions with the same action");
        }
        if (witnesses.contains(local)) {
            throw DynamoDbErrors.validation(
                    "Cannot add a witness in the same region as an existing replica when creating a"
                            + " global table with MultiRegionConsistency set to STRONG.");
        }
    }

    private static void checkExisting(
            ReplicaRequest request, ReplicationGroup group, String local) {
        if (!request.added().isEmpty()) {
            throw DynamoDbErrors.validation(
                    "Cannot add replicas to a global table with strong MultiRegionConsistency");
        }
        if (request.deleted().isEmpty()) {
            return;
        }
        var witness = group.strong().orElseThrow().witness();
        var unknown =
                request.witnessesDeleted().stream()
                        .filter(region -> !witness.equals(Optional.of(region)))
                        .toList();
        if (!unknown.isEmpty()) {
            throw DynamoDbErrors.validation(
                    "Update global table operation failed because one or more witnesses were not part of the global table. Please retry the request without these witnesses: [%s]."
                            .formatted(String.join(", ", unknown)));
        }
        if (witness.isPresent() && request.witnessesDeleted().isEmpty()) {
            throw DynamoDbErrors.validation(
                    "Update table delete operation does not include all witnesses.");
        }
        var others = group.others(local).map(Replica::region).toList();
        if (!new HashSet<>(request.deleted()).containsAll(others)) {
            throw onlyTogether();
        }
    }

    private static AwsException witnessNeedsStrong() {
        return DynamoDbErrors.validation(
                "MultiRegionConsistency must be set as STRONG when GlobalTableWitnessUpdates"
                        + " parameter is present.");
    }

    static AwsException onlyTogether() {
        return DynamoDbErrors.validation(
                "Deletion of only one table replica is not supported for " + STRONG + ".");
    }

    /// What such a table cannot have, in our own words.
    static void checkTable(TableDefinition table, boolean isEmpty) {
        if (!isEmpty) {
            throw TableErrors.unfitForStrong("a table that has items");
        }
        if (!table.localIndexes().isEmpty()) {
            throw TableErrors.unfitForStrong("a table with local secondary indexes");
        }
        if (table.timeToLive().filter(TimeToLive::enabled).isPresent()) {
            throw TableErrors.unfitForStrong("a table with time to live");
        }
    }
}
