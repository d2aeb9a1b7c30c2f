package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.dynamodb.Tables;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Replicas of a global table, version 2019.11.21: how they come, what they show, how they go.
class ReplicaUpdatesTest extends GlobalTableFixture {

    @Test
    void the_answer_has_the_stream_already_and_the_replica_not_yet() {
        create();

        var answer = replicate(IRELAND, OHIO);

        assertThat(answer.path("TableStatus").asString()).isEqualTo("UPDATING");
        assertThat(answer.path("GlobalTableVersion").asString()).isEqualTo("2019.11.21");
        assertThat(answer.path("Replicas").isEmpty()).isTrue();
        assertThat(answer.path("StreamSpecification"))
                .isEqualTo(
                        Account.json(
                                "{\"StreamEnabled\": true, \"StreamViewType\": \"NEW_AND_OLD_IMAGES\"}"));
    }

    @Test
    void each_replica_shows_the_others_and_has_an_identity_of_its_own() {
        create();
        assertThat(described(IRELAND).propertyNames())
                .doesNotContain(
                        "GlobalTableVersion", "Replicas", "GlobalTableSettingsReplicationMode");

        replicate(IRELAND, OHIO);
        replicate(OHIO, TOKYO);

        assertThat(described(IRELAND).path("Replicas"))
                .isEqualTo(
                        Account.json(
                                """
                                [{"RegionName": "us-east-2", "ReplicaStatus": "ACTIVE",
                                  "WarmThroughput": {"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4000, "Status": "ACTIVE"},
                                  "GlobalTableSettingsReplicationMode": "ENABLED_WITH_OVERRIDES"},
                                 {"RegionName": "ap-northeast-1", "ReplicaStatus": "ACTIVE",
                                  "WarmThroughput": {"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4000, "Status": "ACTIVE"},
                                  "GlobalTableSettingsReplicationMode": "ENABLED_WITH_OVERRIDES"}]
                                """));
        assertThat(described(OHIO).path("Replicas").valueStream())
                .extracting(replica -> replica.path("RegionName").asString())
                .containsExactly(IRELAND, TOKYO);
        assertThat(described(TOKYO).path("GlobalTableSettingsReplicationMode").asString())
                .isEqualTo("ENABLED_WITH_OVERRIDES");
        assertThat(described(OHIO).path("TableId"))
                .isNotEqualTo(described(IRELAND).path("TableId"));
        assertThat(described(OHIO).path("TableArn").asString())
                .isEqualTo("arn:aws:dynamodb:us-east-2:123456789012:table/Pets");
        assertThat(described(OHIO).path("LatestStreamArn").asString())
                .startsWith("arn:aws:dynamodb:us-east-2:123456789012:table/Pets/stream/");
        assertThat(call(TOKYO, "ListTables", "{}").path("TableNames").path(0).asString())
                .isEqualTo("Pets");
    }

    @Test
    void a_stream_that_there_is_stays_as_it_is_and_cannot_be_ended_while_there_are_replicas() {
        create(
                "'BillingMode': 'PAY_PER_REQUEST', 'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'KEYS_ONLY'}");
        replicate(IRELAND, OHIO);
        var end = "{'TableName': 'Pets', 'StreamSpecification': {'StreamEnabled': false}}";

        assertThat(described(OHIO).path("StreamSpecification").path("StreamViewType").asString())
                .isEqualTo("KEYS_ONLY");
        for (var region : List.of(IRELAND, OHIO)) {
            assertThat(refusal(region, "UpdateTable", end))
                    .isEqualTo(
                            "ValidationException: One or more parameter values were invalid: Disabling Stream is not allowed for a Global Table replica.");
        }
        call(IRELAND, "UpdateTable", replicas("{'Delete': {'RegionName': 'us-east-2'}}"));
        assertThat(described(IRELAND).propertyNames())
                .doesNotContain(
                        "GlobalTableVersion", "Replicas", "GlobalTableSettingsReplicationMode");
        call(IRELAND, "UpdateTable", end);
    }

    @Test
    void settings_are_shared_but_for_labels_protection_and_policies() {
        create("'BillingMode': 'PAY_PER_REQUEST', 'Tags': [{'Key': 'team', 'Value': 'pets'}]");
        replicate(IRELAND, OHIO);

        call(
                OHIO,
                "UpdateTable",
                """
                {'TableName': 'Pets', 'AttributeDefinitions': [{'AttributeName': 'name', 'AttributeType': 'S'}],
                 'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'by-name', 'Projection': {'ProjectionType': 'ALL'},
                     'KeySchema': [{'AttributeName': 'name', 'KeyType': 'HASH'}]}}]}
                """);
        call(
                IRELAND,
                "UpdateTable",
                """
                {'TableName': 'Pets', 'BillingMode': 'PROVISIONED', 'ProvisionedThroughput': {'ReadCapacityUnits': 5, 'WriteCapacityUnits': 6},
                 'GlobalSecondaryIndexUpdates': [{'Update': {'IndexName': 'by-name', 'ProvisionedThroughput': {'ReadCapacityUnits': 3, 'WriteCapacityUnits': 4}}}]}
                """);
        call(IRELAND, "UpdateTable", "{'TableName': 'Pets', 'DeletionProtectionEnabled': true}");

        var there = described(OHIO);
        assertThat(there.path("ProvisionedThroughput").path("WriteCapacityUnits").asInt())
                .isEqualTo(6);
        assertThat(
                        described(IRELAND)
                                .path("GlobalSecondaryIndexes")
                                .path(0)
                                .path("ProvisionedThroughput")
                                .path("ReadCapacityUnits")
                                .asInt())
                .isEqualTo(3);
        assertThat(there.path("DeletionProtectionEnabled").asBoolean()).isFalse();
        assertThat(
                        call(
                                        OHIO,
                                        "ListTagsOfResource",
                                        "{'ResourceArn': 'arn:aws:dynamodb:us-east-2:123456789012:table/Pets'}")
                                .path("Tags")
                                .isEmpty())
                .isTrue();
    }

    @Test
    void a_replica_can_read_more_or_less_than_the_others() {
        create();
        replicate(IRELAND, OHIO);
        call(
                IRELAND,
                "UpdateTable",
                "{'TableName': 'Pets', 'BillingMode': 'PROVISIONED', 'ProvisionedThroughput': {'ReadCapacityUnits': 5, 'WriteCapacityUnits': 6}}");
        var update =
                "{'Update': {'RegionName': 'us-east-2', 'ProvisionedThroughputOverride': {'ReadCapacityUnits': %d}, 'TableClassOverride': 'STANDARD_INFREQUENT_ACCESS'}}";

        var answer =
                call(IRELAND, "UpdateTable", replicas(update.formatted(9)))
                        .path("TableDescription");

        assertThat(answer.path("Replicas").path(0).has("ProvisionedThroughputOverride")).isFalse();
        var replica = described(IRELAND).path("Replicas").path(0);
        assertThat(replica.path("ProvisionedThroughputOverride"))
                .isEqualTo(Account.json("{\"ReadCapacityUnits\": 9}"));
        assertThat(replica.path("ReplicaTableClassSummary").path("TableClass").asString())
                .isEqualTo("STANDARD_INFREQUENT_ACCESS");
        assertThat(described(OHIO).path("ProvisionedThroughput").path("ReadCapacityUnits").asInt())
                .isEqualTo(9);
        call(IRELAND, "UpdateTable", replicas(update.formatted(5)));
        assertThat(described(IRELAND).path("Replicas").path(0).has("ProvisionedThroughputOverride"))
                .isFalse();
    }

    @Test
    void a_replica_that_is_deleted_leaves_the_others_and_can_be_added_again() {
        create();
        replicate(IRELAND, OHIO);
        put(OHIO, "1", "Rex");

        var answer =
                call(IRELAND, "UpdateTable", replicas("{'Delete': {'RegionName': 'us-east-2'}}"))
                        .path("TableDescription");

        assertThat(answer.path("Replicas").path(0).path("ReplicaStatus").asString())
                .isEqualTo("ACTIVE");
        assertThat(refusal(OHIO, "DescribeTable", "{'TableName': 'Pets'}"))
                .startsWith("ResourceNotFoundException");
        assertThat(described(IRELAND).path("StreamSpecification").path("StreamEnabled").asBoolean())
                .isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(get(IRELAND, "1")).isEqualTo("Rex");
        replicate(IRELAND, OHIO);
        assertThat(get(OHIO, "1")).isEqualTo("Rex");
        call(OHIO, "DeleteTable", "{'TableName': 'Pets'}");
        call(IRELAND, "DeleteTable", "{'TableName': 'Pets'}");
    }

    @Test
    void takes_its_time_where_tables_do() {
        account.sandbox()
                .storage()
                .transition(() ->
                        new Tables(account.sandbox().storage())
                                .delayChanges(Duration.ofSeconds(20)));
        create();
        pass(Duration.ofSeconds(20));
        put(IRELAND, "1", "before");
        replicate(IRELAND, OHIO);

        assertThat(described(IRELAND).path("TableStatus").asString()).isEqualTo("UPDATING");
        assertThat(described(IRELAND).path("Replicas").path(0).path("ReplicaStatus").asString())
                .isEqualTo("CREATING");
        assertThat(described(OHIO).path("TableStatus").asString()).isEqualTo("CREATING");
        put(IRELAND, "2", "meanwhile");
        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas("{'Create': {'RegionName': 'sa-east-1'}}")))
                .isEqualTo(
                        "ResourceInUseException: The resource which you are attempting to change is in use.");
        assertThat(refusal(OHIO, "DeleteTable", "{'TableName': 'Pets'}"))
                .isEqualTo(
                        "ResourceInUseException: Attempt to change a resource which is still in use: Table: Pets is being used.");
        assertThat(refusal(OHIO, "GetItem", "{'TableName': 'Pets', 'Key': {'id': {'S': '1'}}}"))
                .startsWith("ResourceNotFoundException");
        pass(Duration.ofSeconds(20));
        assertThat(get(OHIO, "1") + get(OHIO, "2")).isEqualTo("beforemeanwhile");

        call(IRELAND, "UpdateTable", replicas("{'Delete': {'RegionName': 'us-east-2'}}"));
        assertThat(described(IRELAND).path("Replicas").path(0).path("ReplicaStatus").asString())
                .isEqualTo("DELETING");
        pass(Duration.ofSeconds(20));
        assertThat(described(IRELAND).has("Replicas")).isFalse();
    }

    @Test
    void the_service_gets_its_role_and_keeps_it_while_it_needs_it() {
        create();
        replicate(IRELAND, OHIO);
        var name = "{\"RoleName\": \"AWSServiceRoleForDynamoDBReplication\"}";
        var role = account.call("iam", "GetRole", name).path("Role");
        assertThat(role.path("Path").asString())
                .isEqualTo("/aws-service-role/replication.dynamodb.amazonaws.com/");

        var task = account.call("iam", "DeleteServiceLinkedRole", name).path("DeletionTaskId");

        var status =
                account.call(
                        "iam",
                        "GetServiceLinkedRoleDeletionStatus",
                        "{\"DeletionTaskId\": " + task + "}");
        assertThat(status.path("Status").asString()).isEqualTo("FAILED");
        assertThat(status.path("Reason").path("RoleUsageList"))
                .isEqualTo(
                        Account.json(
                                """
                                [{"Region": "eu-west-1", "Resources": ["arn:aws:dynamodb:eu-west-1:123456789012:table/Pets"]},
                                 {"Region": "us-east-2", "Resources": ["arn:aws:dynamodb:us-east-2:123456789012:table/Pets"]}]
                                """));
        call(IRELAND, "UpdateTable", replicas("{'Delete': {'RegionName': 'us-east-2'}}"));
        described(IRELAND);
        account.call("iam", "DeleteServiceLinkedRole", name);
        assertThat(account.refusal("iam", "GetRole", name)).startsWith("NoSuchEntity");
    }
}
