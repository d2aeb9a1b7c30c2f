package groundschool.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.dynamodb.operation.ListTables;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServicesTest {

    private static final String ACCOUNT = "111122223333";
    private static final ListTables LIST_TABLES =
            new ListTables(Optional.empty(), OptionalInt.empty());

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final Sandbox sandbox =
            emulator.sandboxes().open(emulator.sandboxes().create(ACCOUNT).sandbox());

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void a_service_calls_another_as_whom_it_says() {
        var answer =
                sandbox.services()
                        .as(new Principal.Root(ACCOUNT), "eu-west-1")
                        .run(LIST_TABLES, ListTables.Response.class);

        assertThat(answer.tableNames()).isEmpty();
        assertThat(sandbox.ledger().entries())
                .extracting(entry -> entry.principal() + " " + entry.operation())
                .containsExactly("arn:aws:iam::" + ACCOUNT + ":root ListTables");
    }

    @Test
    void a_service_may_only_what_its_principal_may() {
        var service =
                new Principal.AwsService(
                        ACCOUNT,
                        "events.amazonaws.com",
                        "arn:aws:events:eu-west-1:111122223333:rule/r");

        assertThatThrownBy(() -> sandbox.services().as(service, "eu-west-1").run(LIST_TABLES))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining(
                        "User: events.amazonaws.com is not authorized to perform: dynamodb:ListTables");
        assertThat(sandbox.ledger().entries())
                .extracting(entry -> entry.error().orElseThrow().code())
                .isEqualTo(List.of("AccessDeniedException"));
    }

    @Test
    void a_sandbox_knows_which_services_there_are() {
        assertThat(sandbox.services().has("dynamodb")).isTrue();
        assertThat(sandbox.services().has("quantum")).isFalse();
    }
}
