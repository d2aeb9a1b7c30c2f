package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Global tables of version 2017.11.29, of which the service makes none any longer.
class LegacyGlobalTablesTest extends GlobalTableFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    CreateGlobalTable           | , 'ReplicationGroup': [{'RegionName': 'eu-west-1'}]             | ValidationException: One or more parameter values were invalid: DynamoDB global tables version 2017.11.29 is not supported. We recommend using DynamoDB global tables version 2019.11.21, instead of version 2017.11.29 (Legacy).
                    UpdateGlobalTable           | , 'ReplicaUpdates': [{'Create': {'RegionName': 'sa-east-1'}}]   | ValidationException: One or more parameter values were invalid: DynamoDB global tables version 2017.11.29 is not supported. We recommend using DynamoDB global tables version 2019.11.21, instead of version 2017.11.29 (Legacy).
                    UpdateGlobalTable           | , 'ReplicaUpdates': [{'Delete': {'RegionName': 'us-east-2'}}]   | GlobalTableNotFoundException: Global table with name: 'Pets' does not exist.
                    UpdateGlobalTable           | , 'ReplicaUpdates': []                                          | ValidationException: One or more parameter values were invalid
                    DescribeGlobalTable         |                                                                 | GlobalTableNotFoundException: Global table not found: Global table with name: 'Pets' does not exist.
                    DescribeGlobalTableSettings |                                                                 | GlobalTableNotFoundException: Global table with name: 'Pets' does not exist.
                    UpdateGlobalTableSettings   | , 'GlobalTableBillingMode': 'PAY_PER_REQUEST'                   | GlobalTableNotFoundException: Global table with name: 'Pets' does not exist.
                    """)
    void there_are_none_of_the_version_of_2017(String operation, String more, String message) {
        create();
        replicate(IRELAND, OHIO);

        assertThat(
                        refusal(
                                IRELAND,
                                operation,
                                "{'GlobalTableName': 'Pets'" + (more == null ? "" : more) + "}"))
                .isEqualTo(message);
        assertThat(call(OHIO, "ListGlobalTables", "{'Limit': 1}"))
                .isEqualTo(Account.json("{\"GlobalTables\": []}"));
    }
}
