package groundschool.terminal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliNamesTest {

    @ParameterizedTest
    @CsvSource({
        "DescribeTimeToLive, describe-time-to-live",
        "SSESpecification, sse-specification",
        "SSEKMSKeyId, ssekms-key-id",
        "GlobalSecondaryIndexes, global-secondary-indexes",
        "ListWebACLs, list-web-acls",
        "GatewayARNs, gateway-arns",
        "TableName, table-name",
        "PutBucketACL, put-bucket-acl",
        "S3Bucket, s3-bucket",
        "CreateDBInstance, create-db-instance",
        "IPv6Addresses, i-pv6-addresses"
    })
    void are_those_of_the_real_one(String name, String cliName) {
        assertThat(CliNames.of(name)).isEqualTo(cliName);
    }
}
