package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Functions of Java, compiled against the interfaces that AWS publishes.
class JavaTest extends JavaFunctions {
    @Test
    void knows_all_classes_that_it_is_started_from() throws Exception {
        var classes =
                Path.of(Language.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .resolve(Java.PACKAGE);
        try (var files = Files.list(classes)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".class", "")))
                    .filteredOn(name -> !name.equals("package-info"))
                    .containsExactlyInAnyOrderElementsOf(Workshop.JAVA_CLASSES);
        }
    }

    @Test
    void maps_and_texts_go_in_and_out() {
        var function =
                function(
                        """
                        public class Greeter implements RequestHandler<Map<String, Object>, String> {
                            public String handleRequest(Map<String, Object> event, Context context) {
                                return "Hello " + event.get("name") + " " + event.get("age") + " " + event.get("tags");
                            }
                        }
                        """);

        var result =
                function.invoke("{\"name\":\"Ada \\u00e9\",\"age\":36,\"tags\":[1.5,true,null]}");

        assertThat(text(result)).isEqualTo("\"Hello Ada é 36 [1.5, true, null]\"");
        assertThat(result.functionError()).isEmpty();
        assertThat(result.coldStart()).isTrue();
        assertThat(function.invoke("{}").coldStart()).isFalse();
        assertThat(function.logged()).contains("INIT_START Runtime Version: java:21.v0 (Java 25");
    }

    @Test
    void classes_with_setters_and_records_go_in_and_out() {
        var function =
                function(
                        """
                        public class Greeter implements RequestHandler<Greeter.Order, Greeter.Answer> {
                            public enum Size { SMALL, LARGE }
                            public record Line(String item, int count, Optional<Size> size) {}
                            public static class Order {
                                private String id; private List<Line> lines; private boolean urgent;
                                public double weight;
                                public String getId() { return id; } public void setId(String id) { this.id = id; }
                                public void setLines(List<Line> lines) { this.lines = lines; }
                                public boolean isUrgent() { return urgent; } public void setUrgent(boolean urgent) { this.urgent = urgent; }
                            }
                            public static class Answer {
                                public String getText() { return "ok"; }
                                public List<Line> getLines() { return lines; }
                                public Object getNothing() { return null; }
                                private List<Line> lines;
                            }
                            public Answer handleRequest(Order order, Context context) {
                                var answer = new Answer();
                                answer.lines = order.lines;
                                System.out.println(order.getId() + " " + order.isUrgent() + " " + order.weight);
                                return answer;
                            }
                        }
                        """);

        var result =
                function.invoke(
                        "{\"ID\":\"7\",\"urgent\":true,\"weight\":2,\"unknown\":{},\"lines\":[{\"item\":\"tea\",\"count\":2,\"size\":\"LARGE\"},{\"item\":\"cup\"}]}");

        assertThat(text(result))
                .isEqualTo(
                        "{\"lines\":[{\"item\":\"tea\",\"count\":2,\"size\":\"LARGE\"},{\"item\":\"cup\",\"count\":0,\"size\":null}],\"nothing\":null,\"text\":\"ok\"}");
        assertThat(function.logged()).contains("7 true 2.0\n");
    }

    @Test
    void events_of_aws_are_read_whatever_their_capitals_are() throws Exception {
        var function =
                function(
                                """
                                import com.amazonaws.services.lambda.runtime.events.*;
                                public class Greeter implements RequestHandler<DynamodbEvent, List<String>> {
                                    public List<String> handleRequest(DynamodbEvent event, Context context) {
                                        return event.getRecords().stream()
                                            .map(r -> r.getEventName() + r.getDynamodb().getNewImage().get("id").getS() + r.getDynamodb().getApproximateCreationDateTime().getTime())
                                            .toList();
                                    }
                                }
                                """)
                        .file("lib/none.txt", "");
        Files.copy(jarOf(SQSEvent.class), function.code().resolve("lib/events.jar"));

        var result =
                function.invoke(
                        "{\"Records\":[{\"eventName\":\"INSERT\",\"dynamodb\":{\"ApproximateCreationDateTime\":1700000000,\"NewImage\":{\"id\":{\"S\":\"a\"}}}}]}");

        assertThat(text(result)).isEqualTo("[\"INSERTa1700000000000\"]");
    }

    @Test
    void streams_go_in_and_out() {
        var function =
                function(
                        """
                        public class Greeter implements RequestStreamHandler {
                            public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                                out.write(new String(in.readAllBytes()).toUpperCase().getBytes());
                            }
                        }
                        """);

        assertThat(text(function.invoke("{\"a\":\"b\"}"))).isEqualTo("{\"A\":\"B\"}");
    }

    @Test
    void any_method_will_do_that_is_named() {
        var function =
                function(
                                """
                                public class Greeter {
                                    public int twice(int number) { return number * 2; }
                                    public static String none() { return "static"; }
                                }
                                """)
                        .handler("example.Greeter::twice");

        assertThat(text(function.invoke("21"))).isEqualTo("42");
    }

    @Test
    void the_context_is_complete() {
        var function =
                function(
                        """
                        public class Greeter implements RequestHandler<Object, Object> {
                            public Object handleRequest(Object event, Context c) {
                                c.getLogger().log("two\\nlines");
                                return List.of(c.getFunctionName(), c.getFunctionVersion(), c.getInvokedFunctionArn(), c.getMemoryLimitInMB(),
                                    c.getLogGroupName(), c.getAwsRequestId().length(), c.getRemainingTimeInMillis() > 1000,
                                    c.getClientContext().getCustom(), c.getClientContext().getClient().getAppTitle(),
                                    String.valueOf(c.getIdentity().getIdentityId()), String.valueOf(c.getTenantId()),
                                    c.getXrayTraceId().startsWith("Root="));
                            }
                        }
                        """);

        var result =
                function.invoke(
                        "{}",
                        Optional.of(
                                Base64.getEncoder()
                                        .encodeToString(
                                                "{\"custom\":{\"a\":\"1\"},\"client\":{\"app_title\":\"shop\"}}"
                                                        .getBytes(StandardCharsets.UTF_8))));

        assertThat(text(result))
                .isEqualTo(
                        "[\"greeter\",\"$LATEST\",\"arn:aws:lambda:eu-west-1:123456789012:function:greeter\",512,\"/aws/lambda/greeter\",36,true,{\"a\":\"1\"},\"shop\",\"null\",\"null\",true]");
        assertThat(function.log).anyMatch(line -> line.message().equals("two\nlines\n"));
    }

    @Test
    void the_logger_tells_levels_in_json() {
        var function =
                function(
                                """
                                public class Greeter implements RequestHandler<Object, Object> {
                                    public Object handleRequest(Object event, Context c) {
                                        c.getLogger().log("left out", com.amazonaws.services.lambda.runtime.logging.LogLevel.DEBUG);
                                        c.getLogger().log("kept \\"7\\"", com.amazonaws.services.lambda.runtime.logging.LogLevel.WARN);
                                        return null;
                                    }
                                }
                                """)
                        .logging(LogFormat.json("INFO", "WARN"));

        function.invoke("{}");

        assertThat(function.log).hasSize(1);
        assertThat(function.log.getFirst().message())
                .contains("\"level\":\"WARN\",\"message\":\"kept \\\"7\\\"\",\"AWSRequestId\":\"");
    }

    @Test
    void classes_come_from_jars_of_the_function_and_of_layers() throws Exception {
        var helper = Files.createDirectories(folder.resolve("helper"));
        compile(
                helper,
                "example",
                "Helper",
                "public class Helper { public static String help() { return \"helped\"; } }");
        var layer = Files.createDirectories(folder.resolve("layer/java/lib"));
        jar(helper, layer.resolve("helper.jar"));
        var function =
                function(
                                """
                                public class Greeter implements RequestHandler<Object, Object> {
                                    public Object handleRequest(Object event, Context c) { return Helper.help(); }
                                }
                                """,
                                helper)
                        .layer(folder.resolve("layer"));

        assertThat(text(function.invoke("{}"))).isEqualTo("\"helped\"");
    }

    @Test
    void leads_calls_to_aws_to_the_emulator() {
        var function =
                function(
                                """
                                public class Greeter implements RequestHandler<Object, String> {
                                    public String handleRequest(Object event, Context c) {
                                        try (var in = java.net.URI.create(System.getenv("AWS_ENDPOINT_URL") + "/x").toURL().openStream()) {
                                            return new String(in.readAllBytes());
                                        } catch (IOException e) {
                                            throw new RuntimeException(e);
                                        }
                                    }
                                }
                                """)
                        .entrance(request ->
                                groundschool.emulator.HttpResponse.of(
                                        200,
                                        groundschool.emulator.Headers.none(),
                                        ("path " + request.path())
                                                .getBytes(StandardCharsets.UTF_8)));

        assertThat(text(function.invoke("{}"))).isEqualTo("\"path /x\"");
    }
}
