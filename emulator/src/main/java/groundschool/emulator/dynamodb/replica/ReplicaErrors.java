package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import java.util.List;

/// The refusals about global tables, in the service's words, slips included.
///
/// They are those that were recorded from the service in October 2026 for the controllers of
/// Kubernetes (`ack-api-quirks`, table-replicas and table-global-tables).
final class ReplicaErrors {

    private ReplicaErrors() {}

    static AwsException noAction() {
        return DynamoDbErrors.validation(
                "There are no actions specified in the Replica Update Action of the request.");
    }

    static AwsException severalKinds() {
        return DynamoDbErrors.validation(
                "Update table operation with more than one type of replica actions not allowed.");
    }

    static AwsException severalActions() {
        return DynamoDbErrors.validation(
                "Update table operation with more than one create or delete replica actions not"
                        + " allowed");
    }

    static AwsException localRegion() {
        return DynamoDbErrors.validation(
                "Cannot add or delete the local region through ReplicaUpdates. Use CreateTable,"
                        + " DeleteTable, or UpdateTable as required.");
    }

    static AwsException unknownRegion(String region, List<String> known) {
        return DynamoDbErrors.validation(
                "Region %s is not supported. The latest version of global tables are only supported in the following regions: [%s]"
                        .formatted(region, String.join(", ", known)));
    }

    static AwsException notInGroup(List<String> regions) {
        return DynamoDbErrors.validation(
                "Update global table operation failed because one or more replicas were not part of the global table. Please retry the request without these replicas: [%s]."
                        .formatted(String.join(", ", regions)));
    }

    /// There is such a table in the Region, part of the global table or not.
    static AwsException alreadyThere(String table) {
        return DynamoDbErrors.validation(
                "Failed to create a the new replica of table with name: \u2018%s\u2019 because one or more replicas already existed as tables."
                        .formatted(table));
    }

    /// Something is being done to one of the replicas.
    static AwsException inUse() {
        return new AwsException(
                400,
                "ResourceInUseException",
                "The resource which you are attempting to change is in use.");
    }

    /// The replica is not there yet, but for those who ask what it is.
    static AwsException beingUsed(String table) {
        return new AwsException(
                400,
                "ResourceInUseException",
                "Attempt to change a resource which is still in use: Table: %s is being used."
                        .formatted(table));
    }

    static AwsException beingAdded(String table, String region) {
        return DynamoDbErrors.validation(
                "Create/Update/Delete of replica is not allowed while the replica is being added to table with name: %s in region %s"
                        .formatted(table, region));
    }

    /// Unlike on AWS, there is no auto scaling here that could make it possible.
    static AwsException provisioned() {
        return DynamoDbErrors.validation(
                "Table write capacity should either be Pay-Per-Request or AutoScaled.");
    }

    static AwsException deletionProtected(String table, String region) {
        return DynamoDbErrors.validation(
                "Cannot delete table %s in region %s because it has deletion protection enabled. Disable deletion protection first."
                        .formatted(table, region));
    }

    static AwsException actedAsSource() {
        return DynamoDbErrors.validation(
                "Replica cannot be deleted because it has acted as a source region for new"
                        + " replica(s) being added to the table in the last 24 hours.");
    }

    static AwsException streamIsNeeded() {
        return DynamoDbErrors.invalidParameters(
                "Disabling Stream is not allowed for a Global Table replica.");
    }

    static AwsException keyOfEachReplica() {
        return DynamoDbErrors.invalidParameters(
                "KMSMasterKeyId must be specified for each replica.");
    }

    static AwsException keysOfOneKind() {
        return DynamoDbErrors.invalidParameters(
                "All replica keys must either be Customer Managed CMK or AWS Managed CMK.");
    }

    static AwsException keyOfAnotherRegion(String region, String other) {
        return DynamoDbErrors.validation(
                "KMS validation error for region %s: com.amazonaws.services.kms.model.NotFoundException: Invalid arn %s"
                        .formatted(region, other));
    }
}
