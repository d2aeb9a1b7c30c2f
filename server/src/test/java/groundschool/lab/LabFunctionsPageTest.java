package groundschool.lab;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.OnPath;
import groundschool.emulator.http.PortTakenException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabFunctionsPageTest {

    private final LabSite site;

    LabFunctionsPageTest(@TempDir Path data) throws PortTakenException {
        this.site = new LabSite(data);
    }

    @AfterEach
    void close_it() {
        site.close();
    }

    @Test
    void says_what_will_be_here_while_nothing_is() {
        var page = site.get(site.open() + "/functions");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("There is no function yet").contains("Back to the lab");
    }

    @Test
    void shows_how_functions_are_configured_and_what_runs_them() {
        var actions = site.open();
        type(
                actions,
                """
                aws iam create-role --role-name worker --query Role.Arn --output text --assume-role-policy-document \
                '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}]}' > role
                """);
        type(actions, "echo 'export const handler = () => 1' > index.mjs");
        type(actions, "zip code.zip index.mjs");
        type(
                actions,
                "aws lambda create-function --function-name greeter --runtime nodejs22.x --handler index.handler"
                        + " --memory-size 256 --timeout 7 --role $(cat role) --zip-file fileb://code.zip");

        var page = site.get(actions + "/functions").body();

        assertThat(page)
                .contains("<h2>greeter</h2>", "nodejs22.x", "index.handler", "256 MB", "7 s")
                .contains("<dd>Active</dd>", ":role/worker</code>")
                .contains(
                        OnPath.has("node")
                                ? "of this machine"
                                : "This machine cannot run nodejs22.x");
    }

    @Test
    void belongs_to_whose_lab_it_is() {
        site.open();

        assertThat(site.get("/labs/orders-table/runs/999/functions").statusCode()).isEqualTo(404);
    }

    private void type(String actions, String command) {
        site.ask("application/x-ndjson", actions + "/terminal", "command", command.strip());
    }
}
