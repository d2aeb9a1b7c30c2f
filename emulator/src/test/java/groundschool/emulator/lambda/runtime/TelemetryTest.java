package groundschool.emulator.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Extensions that ask to be told what happens. What comes is logged behind the word `took`.
class TelemetryTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private static final String SUBSCRIBES =
            """
            #!/usr/bin/python3
            import http.client, json, os, socket, sys, threading
            from http.server import BaseHTTPRequestHandler, HTTPServer

            def ask(method, path, body=None, **headers):
                connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
                connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
                answer = connection.getresponse()
                return answer.status, answer.headers, answer.read().decode()

            def say(*words):
                print(*words, flush=True)

            class Listener(BaseHTTPRequestHandler):
                def do_POST(self):
                    for event in json.loads(self.rfile.read(int(self.headers["Content-Length"]))):
                        if event["type"] != "extension":
                            say("took", json.dumps(event))
                    self.send_response(200)
                    self.end_headers()
                def log_message(self, *arguments):
                    pass

            HOST = "HOSTNAME"
            def listen():
                server = HTTPServer((HOST, PORT), Listener)
                threading.Thread(target=server.serve_forever, daemon=True).start()

            id = ask("POST", "/2020-01-01/extension/register", '{"events":["INVOKE","SHUTDOWN"]}',
                     Lambda_Extension_Name="listener")[1]["Lambda-Extension-Identifier"]

            def subscribe(**how):
                wanted = {"schemaVersion": "2022-12-13", "types": ["platform", "function"],
                          "buffering": {"maxItems": 1000, "maxBytes": 262144, "timeoutMs": 25},
                          "destination": {"protocol": "HTTP", "URI": "http://sandbox.localdomain:%d/x" % PORT}}
                wanted.update(how)
                return ask("PUT", "/2022-07-01/telemetry", json.dumps(wanted), Lambda_Extension_Identifier=id)[::2]

            def wait():
                while True:
                    body = ask("GET", "/2020-01-01/extension/event/next", Lambda_Extension_Identifier=id)[2]
                    if json.loads(body)["eventType"] == "SHUTDOWN":
                        break

            """;

    private static LocalRuntimes isolated;
    private static LocalRuntimes plain;

    @TempDir private Path layer;

    @BeforeAll
    static void start() {
        assumeTrue(Files.isExecutable(PYTHON), "There is no python3 of the system's.");
        isolated = new LocalRuntimes(Path.of("/nowhere"), 20, true);
        plain = new LocalRuntimes(Path.of("/nowhere"), 20, false);
    }

    @AfterAll
    static void stop() {
        if (isolated != null) {
            isolated.close();
            plain.close();
        }
    }

    private Function function(boolean isIsolated, int port, String more) throws IOException {
        var file = layer.resolve("extensions").resolve("listener");
        Files.createDirectories(layer.resolve("extensions"));
        Files.writeString(
                file,
                (SUBSCRIBES + more)
                        .replace("HOSTNAME", isIsolated ? "sandbox.localdomain" : "127.0.0.1")
                        .replace("PORT", Integer.toString(port)));
        for (var each : new Path[] {layer, layer.resolve("extensions"), file}) {
            each.toFile().setReadable(true, false);
            each.toFile().setExecutable(true, false);
        }
        return Function.python(
                        isIsolated ? isolated : plain,
                        "def handler(event, context):\n    print('hello', event)\n    return 1")
                .layer(layer);
    }

    private static Stream<JsonNode> told(Function function) {
        return function.logged()
                .lines()
                .filter(line -> line.startsWith("took "))
                .map(line -> JSON.readTree(line.substring("took ".length())));
    }

    private static List<JsonNode> told(Function function, String type) {
        return told(function).filter(event -> event.path("type").asString().equals(type)).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_is_told_of_everything_from_the_beginning(boolean isIsolated) throws Exception {
        var function =
                function(
                        isIsolated,
                        isIsolated ? 4243 : 24243,
                        "listen()\nsay(subscribe())\nwait()\n");

        var result = function.invoke("1");
        // What an extension logs between invocations is logged with the next.
        for (int i = 0; i < 200 && told(function, "platform.report").isEmpty(); i++) {
            Thread.sleep(20);
            function.invoke("2");
        }

        assertThat(function.logged())
                .contains(
                        "(200, '\"OK\"')",
                        "TELEMETRY\tName: listener\tState: Subscribed\tTypes: [Platform, Function]\n");
        assertThat(told(function).map(event -> event.path("type").asString()).distinct())
                .containsExactlyInAnyOrder(
                        "platform.initStart",
                        "platform.telemetrySubscription",
                        "platform.initRuntimeDone",
                        "platform.initReport",
                        "platform.extension",
                        "platform.start",
                        "function",
                        "platform.runtimeDone",
                        "platform.report");
        assertThat(told(function, "function").getFirst().path("record").asString())
                .isEqualTo("hello 1");
        var report = told(function, "platform.report").getFirst().path("record");
        assertThat(result.reportLine()).contains(report.path("requestId").asString());
        assertThat(report.at("/metrics/memorySizeMB").asInt()).isEqualTo(256);
        assertThat(report.path("status").asString()).isEqualTo("success");
        var start = told(function, "platform.initStart").getFirst();
        assertThat(start.path("time").asString()).endsWith("Z");
        assertThat(start.at("/record/phase").asString()).isEqualTo("init");
        assertThat(
                        told(function, "platform.runtimeDone")
                                .getFirst()
                                .at("/record/metrics/producedBytes")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void lines_are_sent_by_tcp_too() throws Exception {
        var function =
                function(
                        true,
                        4244,
                        """
                        def take():
                            server = socket.create_server((HOST, PORT))
                            while True:
                                peer = server.accept()[0]
                                for line in peer.makefile():
                                    say("took", line.strip())
                        threading.Thread(target=take, daemon=True).start()
                        say(subscribe(types=["function"], destination={"protocol": "TCP", "port": PORT}))
                        wait()
                        """);

        for (int i = 0; i < 200 && told(function).findAny().isEmpty(); i++) {
            function.invoke("1");
            Thread.sleep(20);
        }

        assertThat(told(function))
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(event.path("type").asString()).isEqualTo("function"));
    }

    @Test
    void what_is_asked_wrongly_is_refused() throws Exception {
        var function =
                function(
                        true,
                        4245,
                        """
                        say(subscribe(types=[]))
                        say(subscribe(schemaVersion="1"))
                        say(subscribe(destination={"protocol": "HTTP", "URI": "http://example.com:80"}))
                        say(subscribe(buffering={"timeoutMs": 1}))
                        say(ask("PUT", "/2022-07-01/telemetry", "{}")[::2])
                        say(ask("PUT", "/2020-08-15/logs", "{}")[::2])
                        wait()
                        """);

        function.invoke("1");

        assertThat(function.logged())
                .contains(
                        "types must not be empty",
                        "schemaVersion must be one of 2022-07-01, 2022-12-13, 2025-01-29",
                        "destination must be a port of sandbox.localdomain",
                        "buffering.timeoutMs must be between 25 and 30000",
                        "Extension.MissingExtensionIdentifier",
                        "(202, '{\"errorMessage\":\"Logs API is not supported\",\"errorType\":\"Logs.NotSupported\"}')");
    }
}
