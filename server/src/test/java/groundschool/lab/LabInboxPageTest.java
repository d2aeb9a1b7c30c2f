package groundschool.lab;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.http.PortTakenException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabInboxPageTest {

    private final LabSite site;

    LabInboxPageTest(@TempDir Path data) throws PortTakenException {
        this.site = new LabSite(data);
    }

    @AfterEach
    void close_it() {
        site.close();
    }

    @Test
    void says_what_will_be_here_while_nothing_is() {
        var actions = site.open();

        var page = site.get(actions + "/inbox");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Nothing has been sent yet").contains("Back to the lab");
        assertThat(site.get("/labs/orders-table").body()).doesNotContain("/inbox\"");
    }

    @Test
    void shows_the_code_that_somebody_was_sent() {
        var actions = site.open();
        site.post(
                actions + "/terminal",
                "command",
                "aws cognito-idp create-user-pool --pool-name people --auto-verified-attributes email --query UserPool.Id --output text > pool");
        site.post(
                actions + "/terminal",
                "command",
                "aws cognito-idp create-user-pool-client --user-pool-id $(cat pool) --client-name web --query UserPoolClient.ClientId --output text > client");

        var signedUp =
                site.ask(
                        "application/x-ndjson",
                        actions + "/terminal",
                        "command",
                        "aws cognito-idp sign-up --client-id $(cat client) --username ada --password Correct-horse-1 --user-attributes Name=email,Value=ada@example.com");

        assertThat(signedUp.body()).contains("UserSub");
        var page = site.get(actions + "/inbox").body();
        assertThat(page)
                .contains("Your verification code")
                .contains("ada@example.com")
                .containsPattern("<pre data-copy>[0-9]{6}</pre>");
        assertThat(site.get("/labs/orders-table").body()).contains(actions + "/inbox\"");
    }

    @Test
    void belongs_to_whose_lab_it_is() {
        site.open();

        assertThat(site.get("/labs/orders-table/runs/999/inbox").statusCode()).isEqualTo(404);
    }
}
