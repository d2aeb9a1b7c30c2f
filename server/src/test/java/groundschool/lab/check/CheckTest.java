package groundschool.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.CheckBlock;
import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Sandboxes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CheckTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Filling FILLING =
            new Filling(Map.of("table", "orders-x7", "random", "bcdfgh"));

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final Caller learner = learner();

    private Caller learner() {
        var key = emulator.sandboxes().create("111122223333");
        return new Caller(emulator.sandboxes().open(key.sandbox()), key.principal(), "eu-west-1");
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void says_what_it_looked_at_found_and_expected() {
        createTable("orderId");

        assertThat(
                        look(
                                "call",
                                "dynamodb DescribeTable",
                                "input",
                                Map.of("TableName", "${table}"),
                                "expect",
                                Map.of("Table.KeySchema[0].AttributeName", "customerId")))
                .contains(
                        new Evidence(
                                "dynamodb DescribeTable orders-x7 in eu-west-1",
                                "Table.KeySchema[0].AttributeName",
                                "\"orderId\"",
                                "\"customerId\""));
    }

    @Test
    void shows_a_refusal_as_it_was() {
        var evidence =
                look(
                        "call",
                        "dynamodb DescribeTable",
                        "input",
                        Map.of("TableName", "${table}"),
                        "expect",
                        Map.of("Table.TableStatus", "ACTIVE"));

        assertThat(evidence)
                .hasValueSatisfying(found -> {
                    assertThat(found.found())
                            .isEqualTo(
                                    "ResourceNotFoundException: Requested resource not found: Table: orders-x7 not found");
                    assertThat(found.expected()).isEqualTo("Table.TableStatus = \"ACTIVE\"");
                });
    }

    @Test
    void passes_where_a_refusal_is_right() {
        var call =
                new Object[] {
                    "call",
                    "dynamodb DescribeTable",
                    "input",
                    Map.of("TableName", "${table}"),
                    "error",
                    "ResourceNotFoundException"
                };

        assertThat(look(call)).isEmpty();
        createTable("customerId");
        assertThat(look(call))
                .hasValueSatisfying(
                        evidence -> assertThat(evidence.foundThere()).isEqualTo("an answer"));
    }

    @Test
    void compares_by_value_pattern_part_least_and_absence() {
        createTable("customerId");

        assertThat(expecting("Table.TableStatus", Map.of("matches", "ACT.*"))).isEmpty();
        assertThat(expecting("Table.TableStatus", Map.of("matches", "ACT"))).isPresent();
        assertThat(expecting("Table.TableArn", Map.of("contains", "table/orders"))).isEmpty();
        assertThat(expecting("Table.KeySchema[].AttributeName", Map.of("contains", "customerId")))
                .isEmpty();
        assertThat(expecting("Table.ItemCount", Map.of("atLeast", 0L))).isEmpty();
        assertThat(expecting("Table.ItemCount", Map.of("atLeast", new BigDecimal("0.5"))))
                .isPresent();
        assertThat(expecting("Table.GlobalSecondaryIndexes", Map.of("absent", true))).isEmpty();
        assertThat(expecting("Table.TableName", Map.of("absent", true))).isPresent();
        assertThat(expecting("Table.ItemCount", new BigDecimal("0.0"))).isEmpty();
    }

    @Test
    void compares_bytes_in_base64() {
        var finds = new LinkedHashMap<String, Object>();
        finds.put("key", Map.of("call", "kms CreateKey", "path", "KeyMetadata.KeyId"));
        finds.put(
                "secret",
                Map.of(
                        "call",
                        "kms Encrypt",
                        "input",
                        Map.of("KeyId", "${key}", "Plaintext", "YSB3b3Jk"),
                        "path",
                        "CiphertextBlob"));

        assertThat(
                        look(
                                "find",
                                finds,
                                "call",
                                "kms Decrypt",
                                "input",
                                Map.of("CiphertextBlob", "${secret}"),
                                "expect",
                                Map.of("Plaintext", "YSB3b3Jk")))
                .isEmpty();
    }

    @Test
    void leaves_no_trace_when_it_writes_or_reads() {
        createTable("customerId");
        var before = learner.sandbox().ledger().lastNumber();

        assertThat(
                        look(
                                "call", "dynamodb PutItem",
                                "input",
                                        Map.of(
                                                "TableName",
                                                "${table}",
                                                "Item",
                                                Map.of("customerId", Map.of("S", "c-1"))),
                                "expect", Map.of()))
                .isEmpty();

        assertThat(
                        look(
                                "call",
                                "dynamodb Scan",
                                "input",
                                Map.of("TableName", "${table}"),
                                "expect",
                                Map.of("Count", 0L)))
                .isEmpty();
        assertThat(learner.sandbox().ledger().lastNumber()).isEqualTo(before);
    }

    @Test
    void looks_later_in_a_fork() {
        createTable("customerId");

        assertThat(
                        look(
                                "after",
                                "1d2h",
                                "call",
                                "dynamodb DescribeTable",
                                "input",
                                Map.of("TableName", "${table}"),
                                "expect",
                                Map.of("Table.TableStatus", "DELETING")))
                .hasValueSatisfying(evidence ->
                        assertThat(evidence.lookedAt()).endsWith("in eu-west-1, 26h later"));
    }

    @Test
    void counts_the_calls_of_the_learner() {
        createTable("customerId");
        scan("orders-x7");
        scan("nothing");

        assertThat(ledger(Map.of("Scan", 1L, "Query", 0L, "count", 1L, "refused", 1L))).isEmpty();
        assertThat(ledger(Map.of("last.error", "ResourceNotFoundException"))).isEmpty();
        assertThat(ledger(Map.of("calls[0].input.TableName", "orders-x7"))).isEmpty();
        assertThat(ledger(Map.of("Scan", 0L)))
                .contains(new Evidence("your calls of dynamodb Query, Scan", "Scan", "1", "0"));
    }

    @Test
    void takes_no_capacity_and_sees_what_of_the_learner_s_was_throttled() {
        learner.sandbox().clock().freeze();
        perform(
                "CreateTable",
                """
                {"TableName": "orders-x7",
                 "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}
                """);

        assertThat(scanned()).isEmpty();
        for (int page = 0; page <= 600; page++) {
            scan("orders-x7");
        }

        assertThat(ledger(Map.of("Scan", 600L, "refused", 1L))).isEmpty();
        assertThat(ledger(Map.of("last.throttled[0]", "TableReadProvisionedThroughputExceeded")))
                .isEmpty();
        assertThat(scanned()).isEmpty();
    }

    private Optional<Evidence> scanned() {
        return look(
                "call",
                "dynamodb Scan",
                "input",
                Map.of("TableName", "${table}"),
                "expect",
                Map.of("Count", 0L));
    }

    @Test
    void takes_a_number_as_people_write_it() {
        assertThat(answer("3")).isEmpty();
        assertThat(answer(" 3.0 WCU")).isEmpty();
        assertThat(answer("4"))
                .hasValueSatisfying(
                        evidence -> assertThat(evidence.expected()).isEqualTo("another number"));
        assertThat(answer("three"))
                .hasValueSatisfying(evidence ->
                        assertThat(evidence.expected()).isEqualTo("a number, such as 7"));
        assertThat(answer(""))
                .hasValueSatisfying(
                        evidence -> assertThat(evidence.found()).isEqualTo("no answer yet"));
    }

    private Optional<Evidence> answer(String given) {
        var check =
                CheckReader.read(
                        block("answer", "How many?", "expect", 3L, "unit", "WCU"), FILLING);
        return check.look(scene(Map.of("it", given)));
    }

    private Optional<Evidence> ledger(Map<String, Object> expect) {
        return look("ledger", "dynamodb Query Scan", "expect", expect);
    }

    private Optional<Evidence> expecting(String path, Object value) {
        return look(
                "call",
                "dynamodb DescribeTable",
                "input",
                Map.of("TableName", "${table}"),
                "expect",
                Map.of(path, value));
    }

    private Optional<Evidence> look(Object... fields) {
        return CheckReader.read(block(fields), FILLING).look(scene(Map.of()));
    }

    private Scene scene(Map<String, String> answers) {
        return new Scene(
                emulator,
                Caller.inspector(learner.sandbox(), learner.region()),
                learner.sandbox().ledger().entries(),
                answers);
    }

    /// @param fields name, value, name, value …
    static CheckBlock block(Object... fields) {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", "it");
        all.put("why", "because");
        for (var i = 0; i < fields.length; i += 2) {
            all.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        var kind = CheckBlock.KINDS.stream().filter(all::containsKey).findFirst().orElse("call");
        return new CheckBlock(
                "it", "It", 10, kind, all, Map.of("as", 7, "expect", 9), Path.of("lab.md"), 5);
    }

    private void createTable(String partitionKey) {
        perform(
                "CreateTable",
                """
                {"TableName": "orders-x7", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "%1$s", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "%1$s", "KeyType": "HASH"}]}
                """
                        .formatted(partitionKey));
        perform("DescribeTable", "{\"TableName\": \"orders-x7\"}");
    }

    private void scan(String table) {
        try {
            perform("Scan", "{\"TableName\": \"%s\"}".formatted(table));
        } catch (AwsException _) {
            // The ledger has it.
        }
    }

    private void perform(String operation, String input) {
        emulator.perform(learner, "dynamodb", operation, MAPPER.readTree(input));
    }
}
