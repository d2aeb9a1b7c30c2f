package groundschool.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualHostTest {

    @ParameterizedTest
    @CsvSource({
        "abc.lambda-url.eu-west-1.localhost, abc, lambda-url, eu-west-1",
        "ABC.Lambda-Url.eu-west-1.LOCALHOST, abc, lambda-url, eu-west-1",
        "abc.lambda-url.eu-west-1.on.aws, abc, lambda-url, eu-west-1",
        "a1b2.execute-api.us-gov-west-1.localhost, a1b2, execute-api, us-gov-west-1",
        "orders.s3.localhost, orders, s3, ''",
        "orders.s3.eu-west-1.amazonaws.com, orders, s3, eu-west-1",
        "a.b-c.s3.localhost, a.b-c, s3, ''",
        "orders.111122223333.s3.localhost, orders.111122223333, s3, ''",
        "shop.auth.eu-west-1.amazoncognito.com, shop, auth, eu-west-1"
    })
    void says_what_is_called(String host, String name, String service, String region) {
        assertThat(VirtualHost.of(host))
                .contains(
                        new VirtualHost(
                                name,
                                service,
                                Optional.of(region).filter(text -> !text.isEmpty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "[::1]",
                "s3.localhost",
                "dynamodb.eu-west-1.amazonaws.com",
                "lambda.eu-west-1.localhost",
                ".s3.localhost",
                "a b.s3.localhost",
                "orders.s3.example.com",
                ""
            })
    void says_nothing_where_a_whole_service_is_called_or_nothing(String host) {
        assertThat(VirtualHost.of(host)).isEmpty();
    }

    @Test
    void is_also_said_by_a_path() {
        var host = VirtualHost.ofPath("/_aws/lambda-url/eu-west-1/abc/orders/7").orElseThrow();

        assertThat(host).isEqualTo(new VirtualHost("abc", "lambda-url", Optional.of("eu-west-1")));
        assertThat(host.path()).isEqualTo("/_aws/lambda-url/eu-west-1/abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/orders/7", "/_aws/lambda-url/abc/", "/_aws/lambda-url/eu-west-1"})
    void is_not_said_by_another_path(String path) {
        assertThat(VirtualHost.ofPath(path)).isEmpty();
    }
}
