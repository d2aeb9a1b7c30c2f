package groundschool.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsCommandTest {

    private final Desk desk = new Desk();

    @BeforeEach
    void three_tables() {
        for (var name : new String[] {"bread", "cakes", "tarts"}) {
            assertThat(
                            desk.type(
                                            "aws dynamodb create-table --table-name %s --billing-mode PAY_PER_REQUEST --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH"
                                                    .formatted(name))
                                    .error())
                    .isEmpty();
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void goes_through_all_pages_by_itself() {
        assertThat(desk.type("aws dynamodb list-tables --page-size 1 --query TableNames").out())
                .isEqualTo(
                        """
                        [
                            "bread",
                            "cakes",
                            "tarts"
                        ]
                        """);
    }

    @Test
    void gives_as_many_items_as_asked_and_a_token_to_go_on() {
        var first = desk.type("aws dynamodb list-tables --max-items 1 --page-size 2");
        var token = first.out().replaceAll("(?s).*\"NextToken\": \"(.*)\".*", "$1");
        var second = desk.type("aws dynamodb list-tables --max-items 5 --starting-token " + token);

        assertThat(first.out())
                .startsWith(
                        "{\n    \"TableNames\": [\n        \"bread\"\n    ],\n    \"NextToken\":");
        assertThat(second.out())
                .isEqualTo(
                        "{\n    \"TableNames\": [\n        \"cakes\",\n        \"tarts\"\n    ]\n}\n");
    }

    @Test
    void leaves_pages_to_whoever_turns_them_by_hand() {
        assertThat(desk.type("aws dynamodb list-tables --limit 1").out())
                .contains("\"LastEvaluatedTableName\": \"bread\"");
    }

    @Test
    void prints_each_page_as_text() {
        assertThat(desk.type("aws dynamodb list-tables --page-size 2 --output text").out())
                .isEqualTo("TABLENAMES\tbread\nTABLENAMES\tcakes\nTABLENAMES\ttarts\n");
    }

    @Test
    void writes_and_reads_an_item() {
        desk.type("aws dynamodb put-item --table-name bread --item '{\"id\":{\"S\":\"rye\"}}'");

        var result =
                desk.type(
                        "aws dynamodb get-item --table-name bread --key '{\"id\":{\"S\":\"rye\"}}'");

        assertThat(result.out())
                .isEqualTo(
                        """
                        {
                            "Item": {
                                "id": {
                                    "S": "rye"
                                }
                            }
                        }
                        """);
    }

    @Test
    void takes_the_whole_input_as_json() {
        var result =
                desk.type(
                        "aws dynamodb describe-table --cli-input-json '{\"TableName\":\"cakes\"}' --query Table.TableName --output text");

        assertThat(result.out()).isEqualTo("cakes\n");
    }

    @Test
    void calls_the_region_that_is_asked_for() {
        assertThat(desk.type("aws dynamodb list-tables --region us-east-1 --output text").out())
                .isEmpty();
        assertThat(desk.type("AWS_REGION=us-east-1 aws dynamodb list-tables --output text").out())
                .isEmpty();
        assertThat(desk.type("aws dynamodb list-tables --region nowhere").exitCode())
                .isEqualTo(255);
    }

    @Test
    void says_what_the_service_says_and_ends_with_254() {
        var result = desk.type("aws dynamodb describe-table --table-name pies");

        assertThat(result.error())
                .isEqualTo(
                        "\nAn error occurred (ResourceNotFoundException) when calling the DescribeTable operation: Requested resource not found: Table: pies not found\n");
        assertThat(result.exitCode()).isEqualTo(254);
    }

    @Test
    void waits_without_waiting() {
        assertThat(desk.type("aws dynamodb wait table-exists --table-name bread").exitCode())
                .isZero();
        assertThat(desk.type("aws dynamodb wait table-not-exists --table-name pies").exitCode())
                .isZero();
    }

    @Test
    void points_at_what_is_wrong_in_shorthand() {
        var result = desk.type("aws dynamodb get-item --table-name bread --key 'id={S=rye'");

        assertThat(result.error())
                .isEqualTo(
                        """

                        Error parsing parameter '--key': Expected: ',', received: 'EOF' for input:
                        id={S=rye
                                 ^
                        """);
        assertThat(result.exitCode()).isEqualTo(252);
    }

    @Test
    void suggests_what_may_have_been_meant() {
        var result = desk.type("aws dynamodb list-table");

        assertThat(result.error())
                .contains("aws: error: argument operation: Invalid choice, valid choices are:\n\n")
                .contains("Invalid choice: 'list-table', maybe you meant:\n\n  * list-tables");
        assertThat(desk.type("aws dynamodb search-vectors").error())
                .contains("search-vectors is an operation of AWS that is not here yet");
        assertThat(desk.type("aws ec2 describe-instances").error())
                .contains("ec2 is a service of AWS that is not here yet");
        assertThat(desk.type("aws").error()).contains("are required: command");
    }

    @Test
    void refuses_queries_that_it_cannot_read() {
        var result = desk.type("aws dynamodb list-tables --query 'a['");

        assertThat(result.error()).startsWith("\nBad value for --query a[: ");
        assertThat(result.exitCode()).isEqualTo(252);
    }

    @Test
    void reads_words_between_backticks_as_text() {
        assertThat(
                        desk.type(
                                        "aws dynamodb list-tables --query 'TableNames[?@==`cakes`]' --output text")
                                .out())
                .isEqualTo("cakes\n");
    }

    @Test
    void explains_services_operations_and_parameters() {
        assertThat(desk.type("aws help").out()).contains("dynamodb").contains("--query");
        assertThat(desk.type("aws dynamodb help").out()).contains("  create-table\n");
        assertThat(desk.type("aws dynamodb create-table help").out())
                .contains("    --table-name <value>\n    [--key-schema <value>]\n")
                .contains("Shorthand: AttributeName=string,KeyType=string");
        assertThat(desk.type("aws dynamodb list-tables help").out())
                .contains("--max-items")
                .doesNotContain("--limit");
    }

    @Test
    void shows_how_it_is_configured() {
        assertThat(desk.type("aws configure list").out())
                .contains("    region                eu-west-1              env");
        assertThat(desk.type("aws --version").out()).startsWith("aws-cli/2 ");
        assertThat(desk.type("aws dynamodb list-tables --profile bakery").error())
                .isEqualTo("\nThe config profile (bakery) could not be found\n");
    }
}
