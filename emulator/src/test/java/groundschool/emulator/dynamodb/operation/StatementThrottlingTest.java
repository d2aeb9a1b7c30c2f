package groundschool.emulator.dynamodb.operation;

import static groundschool.emulator.dynamodb.operation.StatementTable.member;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Statements about a table that has no more capacity.
class StatementThrottlingTest {

    private final StatementTable table = new StatementTable(new Account());

    @BeforeEach
    void create_a_table_and_use_up_what_it_may_write() {
        table.account().sandbox().clock().freeze();
        table.account()
                .call(
                        "CreateTable",
                        """
                        {"TableName": "Tab", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
                         "AttributeDefinitions": [
                            {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}],
                         "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}]}
                        """);
        table.execute(
                "INSERT INTO Tab VALUE {'pk': 'full', 'sk': '1', 'text': ?}",
                ", \"Parameters\": [{\"S\": \"%s\"}]".formatted("x".repeat(300 * 1024)));
    }

    @AfterEach
    void close() {
        table.account().close();
    }

    @Test
    void a_write_is_refused() {
        assertThat(table.refusal("INSERT INTO Tab VALUE {'pk': 'a', 'sk': '1'}"))
                .startsWith("ProvisionedThroughputExceededException: ");
        assertThat(table.get("a").isMissingNode()).isTrue();
    }

    @Test
    void a_write_of_a_batch_is_refused_in_its_place_and_not_done() {
        var answer =
                table.batch(
                        "INSERT INTO Tab VALUE {'pk': 'a', 'sk': '1'}",
                        "UPDATE Absent SET a = 1 WHERE pk = 'a' AND sk = '1'");

        assertThat(answer.at("/Responses/0/Error/Code").stringValue())
                .isEqualTo("ProvisionedThroughputExceeded");
        assertThat(answer.at("/Responses/1/Error/Code").stringValue())
                .isEqualTo("ResourceNotFound");
        assertThat(table.get("a").isMissingNode()).isTrue();
    }

    @Test
    void a_transaction_is_cancelled() {
        var refusal = table.refusedTransaction("INSERT INTO Tab VALUE {'pk': 'a', 'sk': '1'}");

        assertThat(refusal.message()).endsWith("[ProvisionedThroughputExceeded]");
    }

    @Test
    void a_read_is_refused_when_reads_are_used_up() {
        var select = "SELECT * FROM Tab WHERE pk = 'full' AND sk = '1'";
        for (int i = 0; i < 20; i++) {
            var answer = table.batchWith("", member(select, ", \"ConsistentRead\": true"));
            if (answer.at("/Responses/0/Error/Code")
                    .asString("")
                    .equals("ProvisionedThroughputExceeded")) {
                assertThat(table.refusal(select))
                        .startsWith("ProvisionedThroughputExceededException: ");
                return;
            }
        }
        assertThat(false).as("is ever throttled").isTrue();
    }

    @Test
    void the_ledger_tells_the_partitions_that_a_select_was_about() {
        table.execute("SELECT text FROM Tab WHERE pk IN ['a', 'b'] AND text = 'none'");

        var effect = table.account().lastEntry().effect();

        assertThat(effect.keys()).containsExactly("Tab pk=a", "Tab pk=b");
    }
}
