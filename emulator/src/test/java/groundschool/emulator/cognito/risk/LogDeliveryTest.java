package groundschool.emulator.cognito.risk;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static groundschool.emulator.cognito.risk.Watched.HOME;
import static groundschool.emulator.cognito.risk.Watched.LAPTOP;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventSourceName;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeedbackValueType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LogConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LogLevel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What happens in a pool goes to where its owner wants to read it.
class LogDeliveryTest {

    private static final String GROUP =
            "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/people";

    private final Watched watched = new Watched(AdvancedSecurityModeType.AUDIT);
    private final CognitoCloud cloud = watched.cloud;

    @AfterEach
    void close() {
        watched.close();
    }

    private void deliver(LogConfigurationType... configurations) {
        cloud.admin.setLogDeliveryConfiguration(
                set -> set.userPoolId(watched.pool).logConfigurations(configurations));
    }

    private static LogConfigurationType toGroup(EventSourceName source, LogLevel level) {
        return LogConfigurationType.builder()
                .eventSource(source)
                .logLevel(level)
                .cloudWatchLogsConfiguration(logs -> logs.logGroupArn(GROUP))
                .build();
    }

    private static LogConfigurationType toBucket() {
        return LogConfigurationType.builder()
                .eventSource(EventSourceName.USER_AUTH_EVENTS)
                .logLevel(LogLevel.INFO)
                .s3Configuration(s3 -> s3.bucketArn("arn:aws:s3:::people-logs"))
                .build();
    }

    private void group() {
        cloud.call("logs", "CreateLogGroup", "{\"logGroupName\": \"/aws/vendedlogs/people\"}");
    }

    private List<JsonNode> lines() {
        var events =
                cloud.call(
                        "logs",
                        "FilterLogEvents",
                        "{\"logGroupName\": \"/aws/vendedlogs/people\"}");
        return StreamSupport.stream(events.path("events").spliterator(), false)
                .map(event -> JsonMapper.shared().readTree(event.path("message").asString()))
                .toList();
    }

    @Test
    void what_people_do_comes_to_a_log_group_with_each_step() {
        group();
        deliver(toGroup(EventSourceName.USER_AUTH_EVENTS, LogLevel.INFO));
        cloud.user(watched.client, "ada");

        watched.signIn("ada", HOME, LAPTOP);

        var last = lines().getLast();
        assertThat(last.path("eventSource").asString()).isEqualTo("USER_AUTH_EVENTS");
        assertThat(last.path("logLevel").asString()).isEqualTo("INFO");
        assertThat(last.path("logSourceId").path("userPoolId").asString()).isEqualTo(watched.pool);
        var message = last.path("message");
        assertThat(message.path("eventId").asString())
                .isEqualTo(watched.events("ada").getFirst().eventId());
        assertThat(message.path("eventResponse").asString()).isEqualTo("Pass");
        assertThat(message.path("ipAddress").asString()).isEqualTo(HOME);
        assertThat(message.path("hasContextData").asString()).isEqualTo("true");
        assertThat(lines())
                .extracting(line ->
                        line.path("message").path("eventType").asString()
                                + " "
                                + line.path("message").path("eventResponse").asString())
                .containsExactly(
                        "SignUp InProgress", "SignUp Pass", "SignIn InProgress", "SignIn Pass");
    }

    @Test
    void so_does_what_was_said_of_it() {
        group();
        deliver(toGroup(EventSourceName.USER_AUTH_EVENTS, LogLevel.INFO));
        cloud.user(watched.client, "ada");
        var event = watched.events("ada").getFirst().eventId();

        cloud.admin.adminUpdateAuthEventFeedback(give ->
                give.userPoolId(watched.pool)
                        .username("ada")
                        .eventId(event)
                        .feedbackValue(FeedbackValueType.INVALID));

        var message = lines().getLast().path("message");
        assertThat(message.path("eventId").asString()).isEqualTo(event);
        assertThat(message.path("eventFeedbackValue").asString()).isEqualTo("Invalid");
        assertThat(message.path("eventFeedbackProvider").asString()).isEqualTo("Admin");
    }

    @Test
    void or_to_a_bucket() {
        cloud.call(
                "s3",
                "CreateBucket",
                "{\"Bucket\": \"people-logs\", \"CreateBucketConfiguration\": {\"LocationConstraint\": \"eu-west-1\"}}");
        deliver(toBucket());

        cloud.user(watched.client, "ada");

        var objects = cloud.call("s3", "ListObjectsV2", "{\"Bucket\": \"people-logs\"}");
        assertThat(objects.path("Contents").size()).isEqualTo(2);
        assertThat(objects.path("Contents").path(0).path("Key").asString())
                .startsWith("AWSLogs/111122223333/cognito-idp/eu-west-1/" + watched.pool + "/");
    }

    @Test
    void what_does_not_arrive_is_an_error() {
        group();
        deliver(toGroup(EventSourceName.USER_NOTIFICATION, LogLevel.ERROR));

        cloud.anybody.signUp(user ->
                user.clientId(watched.client)
                        .username("ada")
                        .password(CognitoCloud.PASSWORD)
                        .userAttributes(
                                CognitoCloud.attribute("email", "bounce@simulator.amazonses.com")));

        assertThat(cloud.inbox()).isEmpty();
        var line = lines().getLast();
        assertThat(line.path("eventSource").asString()).isEqualTo("USER_NOTIFICATION");
        assertThat(line.path("logLevel").asString()).isEqualTo("ERROR");
        assertThat(line.path("message").path("details").asString()).contains("b***@s***");
    }

    @Test
    void it_is_shown_as_it_was_set_and_goes_when_nothing_is_set() {
        group();
        var wish = toGroup(EventSourceName.USER_AUTH_EVENTS, LogLevel.INFO);
        deliver(wish);
        var shown = shown();

        deliver();

        assertThat(shown).containsExactly(wish);
        assertThat(shown()).isEmpty();
    }

    private List<LogConfigurationType> shown() {
        return cloud.admin
                .getLogDeliveryConfiguration(get -> get.userPoolId(watched.pool))
                .logDeliveryConfiguration()
                .logConfigurations();
    }

    @Test
    void what_cannot_be_is_refused() {
        var events = toGroup(EventSourceName.USER_AUTH_EVENTS, LogLevel.INFO);

        assertThat(refusal(() -> deliver(events)))
                .isEqualTo(
                        "InvalidParameterException: Log group %s does not exist.".formatted(GROUP));
        assertThat(refusal(() -> deliver(toBucket())))
                .isEqualTo("InvalidParameterException: Bucket people-logs does not exist.");
        assertThat(
                        refusal(() ->
                                deliver(toGroup(EventSourceName.USER_AUTH_EVENTS, LogLevel.ERROR))))
                .isEqualTo(
                        "InvalidParameterException: The event source userAuthEvents requires the log level INFO.");
        assertThat(
                        refusal(() ->
                                deliver(
                                        events.toBuilder()
                                                .cloudWatchLogsConfiguration(_ -> {})
                                                .firehoseConfiguration(stream ->
                                                        stream.streamArn(
                                                                "arn:aws:firehose:eu-west-1:111122223333:deliverystream/a"))
                                                .build())))
                .contains("does not have logs to Amazon Data Firehose");
        var plain = cloud.pool();
        assertThat(
                        refusal(() ->
                                cloud.admin.setLogDeliveryConfiguration(
                                        set -> set.userPoolId(plain).logConfigurations(events))))
                .startsWith("FeatureUnavailableInTierException: ");
    }
}
