package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is told of functions of Java that fail.
class JavaErrorsTest extends JavaFunctions {

    @Test
    void an_exception_is_told_with_its_stack_and_its_cause() {
        var function =
                function(
                        """
                        public class Greeter implements RequestHandler<Object, Object> {
                            public Object handleRequest(Object event, Context c) {
                                throw new IllegalStateException("no \\"tea\\"", new IOException("pot"));
                            }
                        }
                        """);

        var result = function.invoke("{}");

        assertThat(result.functionError()).contains("Unhandled");
        assertThat(text(result))
                .startsWith(
                        "{\"errorMessage\":\"no \\\"tea\\\"\",\"errorType\":\"java.lang.IllegalStateException\",\"stackTrace\":[\"example.Greeter.handleRequest(Greeter.java:")
                .contains(
                        "],\"cause\":{\"errorMessage\":\"pot\",\"errorType\":\"java.io.IOException\",\"stackTrace\":[\"example.Greeter.");
        assertThat(function.log)
                .anyMatch(line ->
                        line.message()
                                .startsWith(
                                        "no \"tea\": java.lang.IllegalStateException\njava.lang.IllegalStateException: no \"tea\"\n\tat example.Greeter.handleRequest(Greeter.java:"));
        assertThat(text(function.invoke("{}"))).contains("IllegalStateException");
    }

    @Test
    void an_event_that_does_not_fit_is_told() {
        var function =
                function(
                        """
                        public class Greeter implements RequestHandler<Integer, Object> {
                            public Object handleRequest(Integer event, Context c) { return event; }
                        }
                        """);

        assertThat(text(function.invoke("\"no number\"")))
                .startsWith(
                        "{\"errorMessage\":\"An error occurred during JSON parsing\",\"errorType\":\"java.lang.RuntimeException\",\"stackTrace\":[]")
                .contains("\"cause\":{");
    }

    @Test
    void a_class_that_is_missing_ends_the_init() {
        var function = function("public class Greeter {}").handler("example.Nobody::handleRequest");

        var result = function.invoke("{}");

        assertThat(text(result))
                .isEqualTo(
                        "{\"errorMessage\":\"Class not found: example.Nobody\",\"errorType\":\"java.lang.ClassNotFoundException\"}");
        assertThat(result.functionError()).contains("Unhandled");
    }

    @Test
    void a_method_that_is_missing_ends_the_init() {
        var function = function("public class Greeter {}").handler("example.Greeter::greet");

        assertThat(text(function.invoke("{}")))
                .isEqualTo(
                        "{\"errorMessage\":\"No public method named greet with appropriate method signature found on class example.Greeter\",\"errorType\":\"java.lang.NoSuchMethodException\"}");
    }

    @Test
    void a_constructor_that_fails_ends_the_init() {
        var function =
                function(
                        """
                        public class Greeter implements RequestHandler<Object, Object> {
                            public Greeter() { throw new IllegalStateException("not today"); }
                            public Object handleRequest(Object event, Context c) { return event; }
                        }
                        """);

        assertThat(text(function.invoke("{}")))
                .contains("\"errorMessage\":\"not today\"")
                .contains("example.Greeter.<init>");
    }

    @Test
    void a_function_that_ends_its_process_is_told_of() {
        var function =
                function(
                        """
                        public class Greeter implements RequestHandler<Object, Object> {
                            public Object handleRequest(Object event, Context c) { System.exit(3); return event; }
                        }
                        """);

        assertThat(text(function.invoke("{}")))
                .contains("Runtime.ExitError")
                .contains("exit status 3");
    }
}
