package groundschool.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.AwsException;
import groundschool.emulator.Emulator;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import tools.jackson.databind.json.JsonMapper;

/// CloudWatch, which speaks forms, JSON and CBOR.
class ThreeProtocolsTest {

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final AccessKey key = emulator.sandboxes().create("111122223333");

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void forms_are_answered_in_xml() {
        var put =
                form(
                        "Action=PutMetricData&Version=2010-08-01&Namespace=shop&MetricData.member.1.MetricName=sold&MetricData.member.1.Value=41&MetricData.member.1.Dimensions.member.1.Name=a&MetricData.member.1.Dimensions.member.1.Value=b");
        var listed = form("Action=ListMetrics&Version=2010-08-01");

        assertThat(put.status()).isEqualTo(200);
        assertThat(text(listed))
                .contains(
                        "<ListMetricsResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><ListMetricsResult><Metrics><member><Namespace>shop</Namespace><MetricName>sold</MetricName>");
    }

    @Test
    void a_refusal_has_the_name_that_its_protocol_knows() {
        var inForm =
                form(
                        "Action=SetAlarmState&Version=2010-08-01&AlarmName=none&StateValue=OK&StateReason=x");
        var inJson =
                json(
                        "SetAlarmState",
                        "{\"AlarmName\":\"none\",\"StateValue\":\"OK\",\"StateReason\":\"x\"}");

        assertThat(inForm.status()).isEqualTo(404);
        assertThat(text(inForm)).contains("<Code>ResourceNotFound</Code>");
        assertThat(inJson.status()).isEqualTo(404);
        assertThat(inJson.headers().first("x-amzn-query-error"))
                .hasValue("ResourceNotFound;Sender");
        assertThat(text(inJson))
                .isEqualTo(
                        "{\"__type\":\"com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound\"}");
    }

    @Test
    void a_broken_constraint_is_told_in_each_protocol_s_way() {
        var inForm =
                form(
                        "Action=SetAlarmState&Version=2010-08-01&AlarmName=a&StateValue=INVALID&StateReason=x");
        var inJson =
                json(
                        "SetAlarmState",
                        "{\"AlarmName\":\"a\",\"StateValue\":\"INVALID\",\"StateReason\":\"x\"}");
        var words =
                "1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]";

        assertThat(text(inForm)).contains("<Code>ValidationError</Code>", "INSUFFICIENT_DATA");
        assertThat(JsonMapper.shared().readTree(inJson.bytes()))
                .isEqualTo(
                        JsonMapper.shared()
                                .valueToTree(
                                        Map.of(
                                                "__type",
                                                "com.amazon.coral.validate#ValidationException",
                                                "message",
                                                words)));
    }

    @Test
    void cbor_of_all_kinds_is_read() {
        // A map of no given length with texts in parts, numbers of all widths, and a time.
        byte[] bytes = {
            (byte) 0xBF,
            0x61,
            'a',
            0x7F,
            0x61,
            'x',
            0x61,
            'y',
            (byte) 0xFF,
            0x61,
            'b',
            (byte) 0x83,
            0x18,
            100,
            0x39,
            0x01,
            0x00,
            (byte) 0xF9,
            0x3C,
            0x00,
            0x61,
            'c',
            (byte) 0xC1,
            0x1A,
            0x60,
            0,
            0,
            0,
            0x61,
            'd',
            (byte) 0xF5,
            0x61,
            'e',
            (byte) 0x42,
            1,
            2,
            (byte) 0xFF
        };

        assertThat(new CborReader(bytes).object())
                .hasToString(
                        "{\"a\":\"xy\",\"b\":[100,-257,1.0],\"c\":1610612736,\"d\":true,\"e\":\"AQI=\"}");
    }

    @Test
    void any_bytes_are_cbor_or_are_refused() {
        for (int seed = 0; seed < 20_000; seed++) {
            var bytes = new byte[1 + seed % 20];
            new Random(seed).nextBytes(bytes);
            bytes[0] = (byte) (seed % 2 == 0 ? 0xBF : 0xA1 + seed % 5);
            try {
                assertThat(new CborReader(bytes).object().isObject()).isTrue();
            } catch (AwsException refusal) {
                assertThat(refusal.code()).isEqualTo("SerializationException");
            }
        }
    }

    private HttpResponse form(String body) {
        return send(
                "http://localhost/",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body);
    }

    private HttpResponse json(String operation, String body) {
        return send(
                "http://localhost/",
                Map.of(
                        "Content-Type",
                        "application/x-amz-json-1.0",
                        "X-Amz-Target",
                        "GraniteServiceVersion20100801." + operation),
                body);
    }

    private HttpResponse send(String uri, Map<String, String> headers, String body) {
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(URI.create(uri));
        headers.forEach((name, value) -> request.putHeader(name, List.of(value)));
        return emulator.handle(
                new SdkSigner(key, Instant.now(), "eu-west-1", "monitoring")
                        .inHeader(request.build(), body));
    }

    private static String text(HttpResponse answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
