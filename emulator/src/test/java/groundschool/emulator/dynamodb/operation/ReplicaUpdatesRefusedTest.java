package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Replicas that cannot be, and those who may not add or delete one.
class ReplicaUpdatesRefusedTest extends GlobalTableFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'Create': {'RegionName': 'us-east-2'}} | Failed to create a the new replica of table with name: \u2018Pets\u2019 because one or more replicas already existed as tables.
                    {'Create': {'RegionName': 'eu-west-1'}} | Cannot add or delete the local region through ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required.
                    {'Delete': {'RegionName': 'eu-west-1'}} | Cannot add or delete the local region through ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required.
                    {} | There are no actions specified in the Replica Update Action of the request.
                    {'Update': {'RegionName': 'us-east-2'}} | There are no actions specified in the Replica Update Action of the request.
                    {'Create': {'RegionName': 'sa-east-1'}, 'Delete': {'RegionName': 'us-east-2'}} | Update table operation with more than one type of replica actions not allowed.
                    {'Create': {'RegionName': 'sa-east-1'}}, {'Create': {'RegionName': 'us-east-1'}} | Update table operation with more than one create or delete replica actions not allowed
                    {'Delete': {'RegionName': 'ca-central-1'}} | Update global table operation failed because one or more replicas were not part of the global table. Please retry the request without these replicas: [ca-central-1].
                    {'Update': {'RegionName': 'ca-central-1', 'TableClassOverride': 'STANDARD'}} | Update global table operation failed because one or more replicas were not part of the global table. Please retry the request without these replicas: [ca-central-1].
                    {'Update': {'RegionName': 'us-east-2', 'ProvisionedThroughputOverride': {'ReadCapacityUnits': 4}}} | Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST
                    {'Update': {'RegionName': 'us-east-2', 'KMSMasterKeyId': 'alias/aws/dynamodb'}} | One or more parameter values were invalid: KMSMasterKeyId must be specified for each replica.
                    """)
    void refuses_replicas_that_cannot_be(String updates, String message) {
        create();
        replicate(IRELAND, OHIO);

        assertThat(refusal(IRELAND, "UpdateTable", replicas(updates)))
                .isEqualTo("ValidationException: " + message);
    }

    @Test
    void refuses_regions_that_it_does_not_know_and_other_changes_beside() {
        create();

        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas("{'Create': {'RegionName': 'us-fake-1'}}")))
                .startsWith(
                        "ValidationException: Region us-fake-1 is not supported. The latest version of global tables are only supported in the following regions: [ap-south-2, ap-south-1, eu-south-1, eu-south-2, me-ce");
        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                "{'TableName': 'Pets', 'DeletionProtectionEnabled': true, 'ReplicaUpdates': [{'Create': {'RegionName': 'us-east-2'}}]}"))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: Replica modification must be the only operation in the request");
    }

    @Test
    void a_table_whose_capacity_is_provisioned_would_need_auto_scaling() {
        create("'ProvisionedThroughput': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': 1}");

        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas("{'Create': {'RegionName': 'us-east-2'}}")))
                .isEqualTo(
                        "ValidationException: Table write capacity should either be Pay-Per-Request or AutoScaled.");
    }

    @Test
    void the_keys_of_all_replicas_are_of_one_kind() {
        create(
                "'BillingMode': 'PAY_PER_REQUEST', 'SSESpecification': {'Enabled': true, 'SSEType': 'KMS', 'KMSMasterKeyId': 'abc'}");
        var create = "{'Create': {'RegionName': 'us-east-2'%s}}";

        assertThat(refusal(IRELAND, "UpdateTable", replicas(create.formatted(""))))
                .endsWith("KMSMasterKeyId must be specified for each replica.");
        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas(
                                        create.formatted(
                                                ", 'KMSMasterKeyId': 'alias/aws/dynamodb'"))))
                .endsWith(
                        "All replica keys must either be Customer Managed CMK or AWS Managed CMK.");
        call(IRELAND, "UpdateTable", replicas(create.formatted(", 'KMSMasterKeyId': 'def'")));
        assertThat(described(IRELAND).path("Replicas").path(0).path("KMSMasterKeyId").asString())
                .isEqualTo("arn:aws:kms:us-east-2:123456789012:key/def");
    }

    @Test
    void a_source_stays_for_a_day_for_the_sake_of_what_was_added_from_it() {
        create();
        replicate(IRELAND, OHIO);
        replicate(OHIO, TOKYO);
        var message =
                "ValidationException: Replica cannot be deleted because it has acted as a source region for new replica(s) being added to the table in the last 24 hours.";

        assertThat(refusal(IRELAND, "DeleteTable", "{'TableName': 'Pets'}")).isEqualTo(message);
        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas("{'Delete': {'RegionName': 'us-east-2'}}")))
                .isEqualTo(message);
        pass(Duration.ofDays(1));
        call(IRELAND, "DeleteTable", "{'TableName': 'Pets'}");

        assertThat(described(OHIO).path("Replicas").size()).isEqualTo(1);
        put(TOKYO, "1", "Rex");
        pass(Duration.ofSeconds(1));
        assertThat(get(OHIO, "1")).isEqualTo("Rex");
    }

    @Test
    void a_protected_replica_is_not_deleted() {
        create();
        replicate(IRELAND, OHIO);
        call(OHIO, "UpdateTable", "{'TableName': 'Pets', 'DeletionProtectionEnabled': true}");
        var message =
                "ValidationException: Cannot delete table Pets in region us-east-2 because it has deletion protection enabled. Disable deletion protection first.";

        assertThat(refusal(OHIO, "DeleteTable", "{'TableName': 'Pets'}")).isEqualTo(message);
        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas("{'Delete': {'RegionName': 'us-east-2'}}")))
                .isEqualTo(message);
    }

    @Test
    void whoever_adds_or_deletes_a_replica_is_asked_what_they_may_in_its_region() {
        create();
        var anna = account.user("anna", "dynamodb:UpdateTable");
        var add = replicas("{'Create': {'RegionName': 'us-east-2'}}").replace('\'', '"');

        assertThat(account.refusalOf(anna, "UpdateTable", add))
                .startsWith(
                        "AccessDeniedException: User: arn:aws:iam::123456789012:user/anna is not authorized to perform: dynamodb:CreateTable on resource: arn:aws:dynamodb:us-east-2:123456789012:table/Pets");
        account.user("anna", "dynamodb:*");
        assertThat(account.refusalOf(anna, "UpdateTable", add))
                .contains(
                        "not authorized to perform: iam:CreateServiceLinkedRole on resource: arn:aws:iam::123456789012:role/aws-service-role/replication.dynamodb.amazonaws.com/AWSServiceRoleForDynamoDBReplication");
        replicate(IRELAND, OHIO);
        account.user("anna", "dynamodb:UpdateTable", "dynamodb:DeleteTable");
        assertThat(
                        account.refusalOf(
                                anna,
                                "UpdateTable",
                                replicas("{'Delete': {'RegionName': 'us-east-2'}}")
                                        .replace('\'', '"')))
                .contains(
                        "not authorized to perform: dynamodb:DeleteTableReplica on resource: arn:aws:dynamodb:us-east-2:123456789012:table/Pets");
    }
}
