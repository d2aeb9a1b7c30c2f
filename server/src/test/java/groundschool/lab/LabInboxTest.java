package groundschool.lab;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.http.PortTakenException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The post of those who sign up at a lab's user pool.
class LabInboxTest {

    private final LabSite site;
    private final Workbench bench;
    private final String inbox;

    LabInboxTest(@TempDir Path data) throws PortTakenException {
        var lab = LabSite.lab("shop-users");
        site = new LabSite(data, lab);
        site.get("/labs/shop-users");
        bench = site.desk.open(site.visitors.local().id(), lab);
        inbox = LabPage.actions(lab, bench.run()) + "/inbox";
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void begins_empty_and_says_what_will_be_there() {
        assertThat(site.get(inbox).body()).contains("Nothing has been sent yet");
        assertThat(site.get("/labs/shop-users").body()).contains("href=\"" + inbox + "\"");
    }

    @Test
    void shows_the_code_that_a_pool_has_sent() {
        bench.type(bench.lab().solution().text(), _ -> {});
        var code = bench.type("inbox code $CUSTOMER", _ -> {}).output().getFirst().text().strip();

        assertThat(code).matches("\\d{6}");
        assertThat(site.get(inbox).body())
                .contains("Your verification code", "E-mail to <strong>okafor-", code);
    }

    @Test
    void is_nobody_elses() {
        var other = site.desk.open(site.otherLearner(), bench.lab());

        assertThat(site.get(LabPage.actions(other.lab(), other.run()) + "/inbox").statusCode())
                .isEqualTo(404);
    }

    @Test
    void is_not_offered_where_nobody_signs_up(@TempDir Path data) throws PortTakenException {
        try (var other = new LabSite(data)) {
            assertThat(other.get("/labs/orders-table").body()).doesNotContain("/inbox\"");
        }
    }
}
