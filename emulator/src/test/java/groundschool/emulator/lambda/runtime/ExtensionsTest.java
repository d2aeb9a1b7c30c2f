package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs of a layer that run beside a function.
class ExtensionsTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    /// What all our extensions begin with.
    private static final String ASKS =
            """
            #!/usr/bin/python3
            import http.client, json, os, sys

            def ask(method, path, body=None, **headers):
                connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
                connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
                answer = connection.getresponse()
                return answer.status, answer.headers, answer.read().decode()

            def register(name, events, **more):
                return ask("POST", "/2020-01-01/extension/register", json.dumps({"events": events}),
                           Lambda_Extension_Name=name, **more)

            def say(*words):
                print(*words, flush=True)

            """;

    /// One that tells the log of its events.
    private static final String TELLS =
            ASKS
                    + """
                    status, headers, body = register("teller", ["INVOKE", "SHUTDOWN"], Lambda_Extension_Accept_Feature="accountId")
                    id = headers["Lambda-Extension-Identifier"]
                    say("registered", status, body)
                    while True:
                        status, headers, body = ask("GET", "/2020-01-01/extension/event/next", Lambda_Extension_Identifier=id)
                        event = json.loads(body)
                        say("told", event["eventType"], event.get("shutdownReason", event.get("requestId")))
                        if event["eventType"] == "SHUTDOWN":
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

    private Path extension(String name, String code) throws IOException {
        return extension(name, code, true);
    }

    private Path extension(String name, String code, boolean isExecutable) throws IOException {
        var file = layer.resolve("extensions").resolve(name);
        Files.createDirectories(layer.resolve("extensions"));
        Files.writeString(file, code);
        for (var each : new Path[] {layer, layer.resolve("extensions"), file}) {
            each.toFile().setReadable(true, false);
            each.toFile().setExecutable(isExecutable || Files.isDirectory(each), false);
        }
        return layer;
    }

    private static Function python(boolean isIsolated, String code) {
        return Function.python(isIsolated ? isolated : plain, code);
    }

    private static void await(Function function, String words) throws InterruptedException {
        for (int i = 0; i < 500 && !function.logged().contains(words); i++) {
            Thread.sleep(20);
        }
        assertThat(function.logged()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_is_told_when_the_function_is_invoked_and_when_it_ends(boolean isIsolated)
            throws Exception {
        var function =
                python(isIsolated, "def handler(event, context): return context.aws_request_id")
                        .layer(extension("teller", TELLS));

        var id = text(function.invoke("{}")).replace("\"", "");
        var second = text(function.invoke("{}")).replace("\"", "");

        await(function, "told INVOKE " + second);
        assertThat(function.logged())
                .contains(
                        "registered 200 {\"functionName\":\"greeter\",\"functionVersion\":\"$LATEST\",\"handler\":\"index.handler\",\"accountId\":\"123456789012\"}",
                        "EXTENSION\tName: teller\tState: Ready\tEvents: [INVOKE, SHUTDOWN]\nSTART",
                        "told INVOKE " + id);
        (isIsolated ? isolated : plain).retire("sandbox", function.spec().functionArn());
        await(function, "told SHUTDOWN spindown");
    }

    @Test
    void one_runs_beside_node() throws Exception {
        var function =
                Function.node(isolated, "export const handler = async () => 'hello';")
                        .layer(extension("teller", TELLS));

        assertThat(text(function.invoke("{}"))).isEqualTo("\"hello\"");
        await(function, "told INVOKE");
    }

    @Test
    void one_hears_that_the_function_took_too_long() throws Exception {
        var function =
                python(true, "import time\ndef handler(event, context): time.sleep(30)")
                        .timeout(Duration.ofSeconds(2))
                        .layer(extension("teller", TELLS));

        var result = function.invoke("{}");

        assertThat(text(result)).contains("Task timed out after 2.00 seconds");
        await(function, "told SHUTDOWN timeout");
    }

    @Test
    void one_hears_that_the_function_crashed() throws Exception {
        var function =
                python(true, "import os\ndef handler(event, context): os._exit(3)")
                        .layer(extension("teller", TELLS));

        var result = function.invoke("{}");

        assertThat(text(result)).contains("Runtime.ExitError", "exit status 3");
        await(function, "told SHUTDOWN failure");
    }

    @Test
    void one_that_ends_takes_the_function_with_it() throws Exception {
        var function =
                python(true, "def handler(event, context): return 1")
                        .layer(extension("broken", ASKS + "sys.exit(7)\n"));

        var result = function.invoke("{}");

        assertThat(result.functionError()).contains("Unhandled");
        assertThat(text(result))
                .contains("\"errorType\":\"Extension.Crash\"", "Error: exit status 7");
        assertThat(function.logged())
                .contains(
                        "EXTENSION\tName: broken\tState: Exited\tEvents: []\tError Type: Extension.Crash");
    }

    @Test
    void one_that_writes_what_the_supervisor_would_harms_only_its_own_environment()
            throws Exception {
        var code =
                TELLS.replace(
                        "say(\"registered\"",
                        "say(\"\\0teller 99999999999\"); say(\"\\0nobody 1\"); say(\"registered\"");
        var function =
                python(true, "def handler(event, context): return 1")
                        .layer(extension("teller", code));

        assertThat(text(function.invoke("{}"))).isEqualTo("1");
        await(function, "told INVOKE");
    }

    @Test
    void one_that_cannot_be_started_says_so() throws Exception {
        var function =
                python(true, "def handler(event, context): return 1")
                        .layer(extension("locked", TELLS, false));

        assertThat(text(function.invoke("{}")))
                .contains(
                        "\"errorType\":\"Extension.LaunchError\"",
                        "Error: fork/exec /opt/extensions/locked: permission denied");
    }

    @Test
    void one_can_report_that_its_init_failed() throws Exception {
        var code =
                ASKS
                        + """
                        id = register("sorry", ["INVOKE"])[1]["Lambda-Extension-Identifier"]
                        say(ask("POST", "/2020-01-01/extension/init/error", "{}", Lambda_Extension_Identifier=id,
                                Lambda_Extension_Function_Error_Type="Extension.NoLicence")[2])
                        """;
        var function =
                python(true, "def handler(event, context): return 1")
                        .layer(extension("sorry", code));

        assertThat(text(function.invoke("{}")))
                .contains("\"errorType\":\"Extension.InitError\"", "Extension.NoLicence");
    }

    @Test
    void the_invocation_lasts_until_extensions_have_done() throws Exception {
        var code = TELLS.replace("say(\"told\"", "import time; time.sleep(0.5)\n    say(\"told\"");
        var function =
                python(true, "def handler(event, context): return 1")
                        .layer(extension("teller", code));

        function.invoke("{}");

        assertThat(function.logged()).containsSubsequence("told INVOKE", "END RequestId");
    }

    @Test
    void what_is_asked_wrongly_is_refused() throws Exception {
        var code =
                ASKS
                        + """
                        for body, name in (("{}", ""), ("[", "x"), ('{"events":["SLEEP"]}', "wrong")):
                            say(ask("POST", "/2020-01-01/extension/register", body, Lambda_Extension_Name=name)[::2])
                        say(ask("GET", "/2020-01-01/extension/event/next")[::2])
                        say(ask("GET", "/2020-01-01/extension/event/next", Lambda_Extension_Identifier="x")[::2])
                        say(ask("GET", "/2020-01-01/extension/event/next",
                                Lambda_Extension_Identifier="00000000-0000-0000-0000-000000000000")[::2])
                        id = register("wrong", [])[1]["Lambda-Extension-Identifier"]
                        say(register("wrong", [])[::2])
                        ask("GET", "/2020-01-01/extension/event/next", Lambda_Extension_Identifier=id)
                        """;
        var function =
                python(true, "def handler(event, context): return 1")
                        .layer(extension("wrong", code));

        function.invoke("{}");

        assertThat(function.logged())
                .contains(
                        "(403, '{\"errorMessage\":\"Empty extension name\",\"errorType\":\"Extension.InvalidExtensionName\"}')",
                        "InvalidRequestFormat",
                        "Extension.InvalidEventType",
                        "(403, '{\"errorMessage\":\"Missing Lambda-Extension-Identifier header\",\"errorType\":\"Extension.MissingExtensionIdentifier\"}')",
                        "Extension.InvalidExtensionIdentifier",
                        "Extension.UnknownExtensionIdentifier",
                        "Extension.InvalidExtensionState");
    }

    @Test
    void a_part_of_the_function_may_register_too() {
        var code =
                ASKS.replace("#!/usr/bin/python3\n", "")
                        + """
                        import threading
                        say("shutdown", register("inner", ["SHUTDOWN"])[2])
                        id = register("inner", ["INVOKE"])[1]["Lambda-Extension-Identifier"]
                        def loop():
                            while True:
                                body = ask("GET", "/2020-01-01/extension/event/next", Lambda_Extension_Identifier=id)[2]
                                say("inner", json.loads(body)["eventType"])
                        threading.Thread(target=loop, daemon=True).start()
                        def handler(event, context):
                            return register("late", [])[2]
                        """;
        var function = python(true, code);

        var result = function.invoke("{}");

        assertThat(text(result)).contains("Extension.RegistrationClosed");
        assertThat(function.logged())
                .contains(
                        "ShutdownEventNotSupportedForInternalExtension",
                        "EXTENSION\tName: inner\tState: Ready\tEvents: [INVOKE]",
                        "inner INVOKE");
    }
}
