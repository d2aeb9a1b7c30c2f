package groundschool.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is published in a sandbox, as its own terminal sees it.
class CurlTest {

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void shows_what_a_presigned_address_gives() {
        desk.type("aws s3 mb s3://loaves-7; echo knots > today; aws s3 cp today s3://loaves-7");

        var got = desk.type("curl -s \"$(aws s3 presign s3://loaves-7/today)\"");
        var head = desk.type("curl -sI \"$(aws s3 presign s3://loaves-7/today)\"");
        var status =
                desk.type(
                        "curl -s -o /dev/null -w '%{http_code} %{content_type}\\n' http://localhost/loaves-7/today");

        assertThat(got.out()).isEqualTo("knots\n");
        // The address was signed for GET.
        assertThat(head.out()).startsWith("HTTP/1.1 403");
        assertThat(status.out()).isEqualTo("403 application/xml\n");
    }

    @Test
    void fails_when_it_is_told_to_and_says_what_it_does_not_know() {
        assertThat(desk.type("curl -sf http://localhost/loaves-7/today").exitCode()).isEqualTo(22);
        assertThat(desk.type("curl").error()).isEqualTo("curl: (2) no URL specified\n");
        assertThat(desk.type("curl --proxy x http://localhost/").error())
                .isEqualTo("curl: (2) option --proxy: is not here\n");
        assertThat(desk.type("curl -H").error())
                .isEqualTo("curl: (2) option -H: requires parameter\n");
        assertThat(desk.type("curl -d @nothing http://localhost/").error())
                .isEqualTo("curl: (26) Failed to open nothing\n");
    }

    @Test
    void sends_a_form_with_a_file() {
        desk.type("aws s3 mb s3://loaves-7; echo knots > today");

        var sent =
                desk.type(
                        "curl -s -F key=list -F file=@today -o /dev/null -w '%{http_code}\\n' http://localhost/loaves-7");
        var wrong = desk.type("curl -F key http://localhost/loaves-7");

        // Nobody has signed it.
        assertThat(sent.out()).isEqualTo("403\n");
        assertThat(wrong.error()).isEqualTo("curl: (2) Illegally formatted input field\n");
    }

    @Test
    void reaches_nothing_but_the_account() {
        var result = desk.type("curl http://example.com/");

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.error()).startsWith("curl: (6) Could not resolve host: example.com");
    }
}
