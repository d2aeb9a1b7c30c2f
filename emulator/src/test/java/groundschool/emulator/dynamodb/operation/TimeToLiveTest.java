package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.sandbox.Format;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The refusals are those that ack-api-quirks recorded from the service in October 2026.
class TimeToLiveTest {

    private final Account account = new Account();

    @BeforeEach
    void create_a_table() {
        account.sandbox().clock().freeze();
        account.call(
                "CreateTable",
                """
                {"TableName": "Carts",
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "BillingMode": "PAY_PER_REQUEST"}
                """);
    }

    @AfterEach
    void close() {
        account.close();
    }

    private static String setting(boolean enabled, String attribute) {
        return """
        {"TableName": "Carts", "TimeToLiveSpecification": {"Enabled": %s, "AttributeName": "%s"}}
        """
                .formatted(enabled, attribute);
    }

    private void enable() {
        account.call("UpdateTimeToLive", setting(true, "expires"));
    }

    private String described() {
        return account.call("DescribeTimeToLive", "{\"TableName\": \"Carts\"}")
                .path("TimeToLiveDescription")
                .toString();
    }

    private void put(String id, String attribute, String value) {
        account.call(
                "PutItem",
                """
                {"TableName": "Carts", "Item": {"id": {"S": "%s"}, "%s": %s}}
                """
                        .formatted(id, attribute, value));
    }

    private void putExpiringIn(String id, Duration time) {
        long at = account.sandbox().clock().now().plus(time).getEpochSecond();
        put(id, "expires", "{\"N\": \"" + at + "\"}");
    }

    private int count() {
        return account.call("Scan", "{\"TableName\": \"Carts\"}").path("Count").asInt();
    }

    @Test
    void is_disabled_until_it_is_enabled() {
        assertThat(described()).isEqualTo("{\"TimeToLiveStatus\":\"DISABLED\"}");

        var answer = account.call("UpdateTimeToLive", setting(true, "expires"));

        assertThat(answer)
                .isEqualTo(
                        Account.json(
                                """
                                {"TimeToLiveSpecification": {"Enabled": true, "AttributeName": "expires"}}
                                """));
        assertThat(described())
                .isEqualTo("{\"TimeToLiveStatus\":\"ENABLED\",\"AttributeName\":\"expires\"}");
    }

    @Test
    void refuses_what_is_so_already_or_about_another_attribute() {
        assertThat(account.refusal("UpdateTimeToLive", setting(false, "expires")))
                .isEqualTo("ValidationException: TimeToLive is already disabled");
        enable();
        assertThat(account.refusal("UpdateTimeToLive", setting(true, "expires")))
                .isEqualTo("ValidationException: TimeToLive is already enabled");
        assertThat(account.refusal("UpdateTimeToLive", setting(true, "other")))
                .isEqualTo(
                        "ValidationException: TimeToLive is active on a different AttributeName:"
                                + " current AttributeName is expires");
        assertThat(account.refusal("UpdateTimeToLive", setting(true, "")))
                .isEqualTo(
                        "ValidationException: 1 validation error detected: Value '' at"
                                + " 'timeToLiveSpecification.attributeName' failed to satisfy"
                                + " constraint: Member must have length greater than or equal to 1");
    }

    @Test
    void an_expired_item_can_be_read_until_it_is_deleted() {
        enable();
        putExpiringIn("soon", Duration.ofMinutes(1));
        putExpiringIn("later", Duration.ofDays(3));

        account.sandbox().clock().advance(Duration.ofMinutes(2));
        assertThat(count()).isEqualTo(2);

        account.sandbox().clock().advance(Duration.ofHours(48));
        assertThat(count()).isEqualTo(1);

        account.sandbox().clock().advance(Duration.ofHours(48));
        assertThat(count()).isZero();
    }

    @Test
    void items_that_were_there_before_expire_too_and_leave_their_indexes() {
        putExpiringIn("old", Duration.ofMinutes(1));
        enable();

        account.sandbox().clock().advance(Duration.ofDays(2));

        assertThat(count()).isZero();
    }

    @Test
    void keeps_what_holds_no_time_or_one_of_long_ago() {
        enable();
        put("text", "expires", "{\"S\": \"1\"}");
        put("none", "other", "{\"N\": \"1\"}");
        putExpiringIn("years ago", Duration.ofDays(-6 * 365));
        put("never", "expires", "{\"N\": \"1e30\"}");

        account.sandbox().clock().advance(Duration.ofDays(2));

        assertThat(count()).isEqualTo(4);
    }

    @Test
    void an_item_whose_time_is_put_off_stays() {
        enable();
        putExpiringIn("cart", Duration.ofMinutes(1));
        putExpiringIn("cart", Duration.ofDays(9));

        account.sandbox().clock().advance(Duration.ofDays(2));
        assertThat(count()).isEqualTo(1);

        account.call("UpdateTimeToLive", setting(false, "expires"));
        account.sandbox().clock().advance(Duration.ofDays(20));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void what_expires_soon_is_deleted_though_nobody_looks() {
        enable();
        putExpiringIn("soon", Duration.ofMinutes(1));

        assertThat(
                        account.sandbox()
                                .storage()
                                .map("dynamodb/eu-west-1/table/Carts", new Bytes())
                                .size())
                .isEqualTo(1);
        account.sandbox().clock().advance(Duration.ofMinutes(17));

        assertThat(
                        account.sandbox()
                                .storage()
                                .map("dynamodb/eu-west-1/table/Carts", new Bytes())
                                .size())
                .isZero();
    }

    /// Not for reading.
    private record Bytes() implements Format<byte[]> {
        @Override
        public byte[] write(byte[] value) {
            return value;
        }

        @Override
        public byte[] read(byte[] bytes) {
            return bytes;
        }
    }
}
