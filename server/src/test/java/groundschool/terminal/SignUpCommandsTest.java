package groundschool.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody signs up at a user pool, reads their post and signs in, by commands alone.
class SignUpCommandsTest {

    private static final String SIGNED_UP =
            """
            POOL=$(aws cognito-idp create-user-pool --pool-name shop --username-attributes email \\
              --auto-verified-attributes email --query UserPool.Id --output text)
            CLIENT=$(aws cognito-idp create-user-pool-client --user-pool-id $POOL --client-name page \\
              --explicit-auth-flows ALLOW_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH \\
              --query UserPoolClient.ClientId --output text)
            aws cognito-idp sign-up --client-id $CLIENT --username ann@example.com --password 'Plum-tart-9' --query UserConfirmed
            """;

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_a_pool_sends_is_in_the_inbox() {
        assertThat(desk.type("inbox").out()).startsWith("Nothing yet");
        desk.type(SIGNED_UP);

        var result = desk.type("inbox");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .matches(
                        "(?s)\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z  e-mail to ann@example.com\n  Your verification code\n  Your confirmation code is \\d{6}\n");
    }

    @Test
    void the_code_from_the_inbox_confirms_who_signed_up() {
        desk.type(SIGNED_UP);

        var result =
                desk.type(
                        """
                        aws cognito-idp confirm-sign-up --client-id $CLIENT --username ann@example.com \\
                          --confirmation-code "$(inbox code ANN@example.com)"
                        aws cognito-idp admin-get-user --user-pool-id $POOL --username ann@example.com --query UserStatus --output text
                        """);

        assertThat(result.error()).isEmpty();
        assertThat(result.out()).isEqualTo("CONFIRMED\n");
    }

    @Test
    void an_address_that_got_nothing_has_no_code() {
        desk.type(SIGNED_UP);

        var result = desk.type("inbox code ben@example.com");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.error()).contains("no code was sent to ben@example.com");
        assertThat(desk.type("inbox codes").exitCode()).isEqualTo(2);
    }

    @Test
    void a_token_is_read_without_being_verified() {
        desk.type(SIGNED_UP);

        var result =
                desk.type(
                        """
                        aws cognito-idp confirm-sign-up --client-id $CLIENT --username ann@example.com \\
                          --confirmation-code "$(inbox code ann@example.com)"
                        jwt "$(aws cognito-idp initiate-auth --client-id $CLIENT --auth-flow USER_PASSWORD_AUTH \\
                          --auth-parameters USERNAME=ann@example.com,PASSWORD=Plum-tart-9 \\
                          --query AuthenticationResult.IdToken --output text)"
                        """);

        assertThat(result.error()).isEmpty();
        assertThat(result.out())
                .contains("\"alg\" : \"RS256\"", "\"token_use\" : \"id\"", "ann@example.com");
    }

    @Test
    void what_is_no_token_is_refused_by_name() {
        for (var text : new String[] {"cake", "a.b.c", "e30.!!.x", "WzFd.e30.x"}) {
            var result = desk.type("jwt '" + text + "'");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.error()).startsWith("jwt: that is no JSON Web Token");
        }
        assertThat(desk.type("jwt").exitCode()).isEqualTo(2);
    }
}
