package groundschool.emulator.cognito.risk;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static groundschool.emulator.cognito.risk.Watched.AWAY;
import static groundschool.emulator.cognito.risk.Watched.HOME;
import static groundschool.emulator.cognito.risk.Watched.LAPTOP;
import static groundschool.emulator.cognito.risk.Watched.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.CognitoCloud;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AccountTakeoverEventActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeedbackValueType;

/// People are written to of sign-ins that may not be theirs, and say whether they are.
class NoticesTest {

    private final Watched watched = new Watched(AdvancedSecurityModeType.ENFORCED);
    private final CognitoCloud cloud = watched.cloud;

    @BeforeEach
    void somebody_has_signed_in() {
        cloud.user(watched.client, "ada");
        watched.signIn("ada", HOME, LAPTOP);
    }

    @AfterEach
    void close() {
        watched.close();
    }

    private void notifying(String text) {
        watched.actions(
                true,
                AccountTakeoverEventActionType.NO_ACTION,
                AccountTakeoverEventActionType.BLOCK,
                AccountTakeoverEventActionType.BLOCK,
                how ->
                        how.blockEmail(mail -> mail.subject("Blocked").textBody(text))
                                .noActionEmail(mail -> mail.subject("New").textBody(text)));
    }

    @Test
    void a_notice_says_where_and_on_what_in_the_owner_s_words() {
        notifying("{username} at {ip-address} on {device-name}, {event-id}");

        watched.signIn("ada", AWAY, LAPTOP);

        var notice = cloud.inbox().getFirst();
        assertThat(notice.subject()).isEqualTo("New");
        assertThat(notice.to()).isEqualTo("ada@example.com");
        assertThat(notice.from()).isEqualTo("security@example.com");
        assertThat(notice.body())
                .isEqualTo(
                        "ada at %s on Firefox 145, Linux, %s"
                                .formatted(AWAY, watched.events("ada").getFirst().eventId()));
    }

    @Test
    void who_was_kept_out_is_told_with_another_message() {
        notifying("at {login-time}");

        refusal(() -> watched.signIn("ada", AWAY, PHONE));

        assertThat(cloud.inbox().getFirst().subject()).isEqualTo("Blocked");
        assertThat(cloud.inbox().getFirst().body())
                .matches("at \\w{3} \\w{3} \\d\\d .* UTC \\d{4}");
    }

    @Test
    void without_words_of_the_owner_there_are_some() {
        watched.actions(
                true,
                AccountTakeoverEventActionType.NO_ACTION,
                AccountTakeoverEventActionType.BLOCK,
                AccountTakeoverEventActionType.BLOCK,
                _ -> {});

        watched.signIn("ada", AWAY, LAPTOP);

        assertThat(cloud.inbox().getFirst().body()).contains("ada").contains(AWAY);
    }

    @Test
    void the_token_of_a_notice_lets_its_reader_say_who_it_was() {
        notifying("{event-id} {feedback-token}");
        watched.signIn("ada", AWAY, LAPTOP);
        var told = cloud.inbox().getFirst().body().split(" ");

        feedback(told[0], told[1]);

        var given = watched.events("ada").getFirst().eventFeedback();
        assertThat(given.feedbackValue()).isEqualTo(FeedbackValueType.INVALID);
        assertThat(given.provider()).isEqualTo("User");
        assertThat(given.feedbackDate()).isNotNull();
    }

    @Test
    void a_token_is_for_its_event_only_and_for_a_week() {
        notifying("{event-id} {feedback-token}");
        watched.signIn("ada", AWAY, LAPTOP);
        var told = cloud.inbox().getFirst().body().split(" ");
        var refused = "NotAuthorizedException: Invalid feedback token.";
        var first = watched.events("ada").getLast().eventId();

        assertThat(refusal(() -> feedback(first, told[1]))).isEqualTo(refused);
        assertThat(refusal(() -> feedback(told[0], "abc"))).isEqualTo(refused);
        cloud.advance(Duration.ofDays(8));
        assertThat(refusal(() -> feedback(told[0], told[1]))).isEqualTo(refused);
    }

    private void feedback(String event, String token) {
        cloud.anybody.updateAuthEventFeedback(give ->
                give.userPoolId(watched.pool)
                        .username("ada")
                        .eventId(event)
                        .feedbackToken(token)
                        .feedbackValue(FeedbackValueType.INVALID));
    }

    @Test
    void a_link_in_a_notice_does_the_same_by_one_click() {
        cloud.admin.createUserPoolDomain(
                domain -> domain.userPoolId(watched.pool).domain("people"));
        notifying("{one-click-link-invalid}");
        watched.signIn("ada", AWAY, LAPTOP);

        var page = open(URI.create(cloud.inbox().getFirst().body()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(watched.events("ada").getFirst().eventFeedback().feedbackValue())
                .isEqualTo(FeedbackValueType.INVALID);
        assertThat(open(URI.create(cloud.inbox().getFirst().body() + "x")).status()).isEqualTo(400);
    }

    private HttpResponse open(URI address) {
        return cloud.emulator.handle(
                HttpRequest.of(
                        "GET",
                        address.getPath(),
                        address.getRawQuery(),
                        Headers.of("Host", address.getAuthority()),
                        new byte[0]));
    }
}
