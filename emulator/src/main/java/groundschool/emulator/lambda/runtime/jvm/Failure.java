package groundschool.emulator.lambda.runtime.jvm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An error as Lambda's runtime for Java tells it.
///
/// Source: [Java function errors](https://docs.aws.amazon.com/lambda/latest/dg/java-logging.html)
///
/// @param type the class of the exception
record Failure(String type, String message, List<String> trace, Throwable cause) {

    private static final String OURS = "groundschool.emulator.lambda.runtime.jvm.";
    private static final int DEEPEST = 20;

    static Failure of(Throwable thrown) {
        return thrown instanceof HandlerException named
                ? new Failure(named.type(), String.valueOf(named.getMessage()), List.of(), thrown)
                : new Failure(
                        thrown.getClass().getName(),
                        Optional.ofNullable(thrown.getMessage()).orElse(""),
                        frames(thrown),
                        thrown);
    }

    /// The function's own frames: what is below them is ours.
    private static List<String> frames(Throwable thrown) {
        var frames = new ArrayList<String>();
        for (var frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith(OURS)
                    || frame.getClassName().startsWith("jdk.internal.reflect.")) {
                break;
            }
            // Without the loader's name and the module's version.
            frames.add(
                    new StackTraceElement(
                                    frame.getClassName(),
                                    frame.getMethodName(),
                                    frame.getFileName(),
                                    frame.getLineNumber())
                            .toString());
        }
        if (!frames.isEmpty() && frames.getLast().startsWith("java.lang.reflect.Method.invoke")) {
            frames.removeLast();
        }
        return frames;
    }

    byte[] json() {
        return json(this, 0).getBytes(StandardCharsets.UTF_8);
    }

    private static String json(Failure failure, int depth) {
        var text = new StringBuilder("{\"errorMessage\":");
        text.append(JsonWriter.quoted(failure.message()));
        text.append(",\"errorType\":").append(JsonWriter.quoted(failure.type()));
        if (!(failure.cause() instanceof HandlerException)) {
            text.append(",\"stackTrace\":[");
            for (int i = 0; i < failure.trace().size(); i++) {
                text.append(i == 0 ? "" : ",").append(JsonWriter.quoted(failure.trace().get(i)));
            }
            text.append(']');
        }
        var below = failure.cause().getCause();
        if (below != null && depth < DEEPEST) {
            text.append(",\"cause\":").append(json(of(below), depth + 1));
        }
        return text.append('}').toString();
    }

    /// As one event of the log.
    String logged() {
        var text = new StringBuilder(message).append(": ").append(type).append('\n');
        append(text, this, "", 0);
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder text, Failure failure, String before, int depth) {
        text.append(before).append(failure.type());
        if (!failure.message().isEmpty()) {
            text.append(": ").append(failure.message());
        }
        text.append('\n');
        for (var frame : failure.trace()) {
            text.append("\tat ").append(frame).append('\n');
        }
        var below = failure.cause().getCause();
        if (below != null && depth < DEEPEST) {
            append(text, of(below), "Caused by: ", depth + 1);
        }
    }
}
