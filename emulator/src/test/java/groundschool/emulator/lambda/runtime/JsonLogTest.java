package groundschool.emulator.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Logs in JSON, of the platform and of functions.
class JsonLogTest {

    private static Runtimes runtimes;

    @BeforeAll
    static void start() {
        runtimes = new LocalRuntimes(Path.of("/nowhere"), 20, true);
    }

    @AfterAll
    static void stop() {
        runtimes.close();
    }

    @Test
    void the_platform_tells_start_and_report() {
        var function = Function.python(runtimes, "def handler(e, c): return e");
        function.logging(LogFormat.json("INFO", "INFO")).invoke("1");

        assertThat(events(function))
                .extracting(event -> event.path("type").asString())
                .containsExactly("platform.initStart", "platform.start", "platform.report");
        var report = events(function).getLast().path("record");
        assertThat(report.path("status").asString()).isEqualTo("success");
        assertThat(report.path("metrics").path("memorySizeMB").asInt()).isEqualTo(256);
        assertThat(report.path("metrics").path("initDurationMs").asDouble()).isPositive();
    }

    @Test
    void of_warnings_only_it_tells_what_went_wrong() {
        var function =
                Function.python(
                        runtimes,
                        "import time\ndef handler(e, c):\n    time.sleep(e)\n    return e");
        function.logging(LogFormat.json("INFO", "WARN")).timeout(Duration.ofSeconds(1));
        function.invoke("0");
        assertThat(events(function)).isEmpty();

        function.invoke("5");

        assertThat(events(function)).hasSize(1);
        assertThat(events(function).getFirst().at("/record/status").asString())
                .isEqualTo("timeout");
    }

    @Test
    void node_tells_levels_and_messages() {
        var function =
                Function.node(
                        runtimes,
                        """
                        export const handler = async () => {
                            console.debug('left out');
                            console.info('two\\nlines', 7);
                            console.warn({ order: 1 });
                            console.error('broken', new TypeError('no'));
                        };
                        """);
        function.logging(LogFormat.json("INFO", "WARN")).invoke("{}");

        var events = events(function);
        assertThat(events).hasSize(3);
        assertThat(events.get(0).path("message").asString()).isEqualTo("two\nlines 7");
        assertThat(events.get(0).path("level").asString()).isEqualTo("INFO");
        assertThat(events.get(0).path("requestId").asString()).hasSize(36);
        assertThat(events.get(1).at("/message/order").asInt()).isEqualTo(1);
        assertThat(events.get(2).path("errorType").asString()).isEqualTo("TypeError");
        assertThat(events.get(2).path("stackTrace").size()).isPositive();
    }

    @Test
    void python_tells_what_its_loggers_log_and_its_errors() {
        var function =
                Function.python(
                        runtimes,
                        """
                        import logging
                        log = logging.getLogger("shop")
                        def handler(event, context):
                            log.debug("left out")
                            log.warning("order %s", 7, extra={"order": 7})
                            raise ValueError("no")
                        """);
        function.logging(LogFormat.json("INFO", "WARN")).invoke("{}");

        var events = events(function);
        assertThat(events.get(0).path("message").asString()).isEqualTo("order 7");
        assertThat(events.get(0).path("logger").asString()).isEqualTo("shop");
        assertThat(events.get(0).path("order").asInt()).isEqualTo(7);
        assertThat(events.get(1).path("log_level").asString()).isEqualTo("ERROR");
        assertThat(events.get(1).path("errorType").asString()).isEqualTo("ValueError");
    }

    private static List<JsonNode> events(Function function) {
        return function.log.stream()
                .map(line -> JsonMapper.shared().readTree(line.message()))
                .toList();
    }
}
