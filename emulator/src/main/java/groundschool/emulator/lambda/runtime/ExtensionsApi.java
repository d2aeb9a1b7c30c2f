package groundschool.emulator.lambda.runtime;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API by which extensions register and take their events.
///
/// Source: [Extensions API
/// reference](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html#runtimes-extensions-api-reg),
/// and the words of AWS's public runtime interface emulator
record ExtensionsApi(Extensions extensions, EnvironmentSpec spec) implements Listener.Answerer {

    static final String ROOT = "/2020-01-01/extension/";
    static final String IDENTIFIER = "Lambda-Extension-Identifier";

    private static final String ERROR_TYPE = "Lambda-Extension-Function-Error-Type";
    private static final int MOST_BYTES = 256 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public HttpResponse answer(HttpRequest request) {
        var asked = request.method() + " " + request.path().substring(ROOT.length());
        return switch (asked) {
            case "POST register" -> register(request);
            case "GET event/next" -> next(request);
            case "POST init/error" -> fail(request, Extension.State.INIT_ERROR);
            case "POST exit/error" -> fail(request, Extension.State.EXIT_ERROR);
            default -> RuntimeApi.error(404, "NotFound", asked);
        };
    }

    private static HttpResponse forbidden(String type, String message) {
        return RuntimeApi.error(403, type, message);
    }

    private HttpResponse register(HttpRequest request) {
        var name = request.headers().first("Lambda-Extension-Name").orElse("");
        if (name.isEmpty()) {
            return forbidden("Extension.InvalidExtensionName", "Empty extension name");
        }
        List<String> events;
        try {
            events = events(body(request));
        } catch (JacksonException | IOException noJson) {
            return forbidden("InvalidRequestFormat", "The body is not as it must be.");
        }
        var known = extensions.named(name);
        boolean isExternal = known.filter(Extension::isExternal).isPresent();
        for (var event : events) {
            if (!event.equals("INVOKE") && !(isExternal && event.equals("SHUTDOWN"))) {
                return forbidden(
                        "Extension.InvalidEventType",
                        event.equals("SHUTDOWN")
                                ? "SHUTDOWN: ShutdownEventNotSupportedForInternalExtension"
                                : event + ": InvalidEventType");
            }
        }
        if (known.isPresent() && known.get().state() != Extension.State.STARTED) {
            return forbidden(
                    "Extension.InvalidExtensionState",
                    isExternal
                            ? "State transition from %s to Registered failed for extension %s. Error: State transition is not allowed"
                                    .formatted(known.get().state(), name)
                            : "Extension with this name already registered");
        }
        var extension = known.isPresent() ? known : extensions.internal(name);
        if (extension.isEmpty()) {
            return extensions.isClosed()
                    ? forbidden(
                            "Extension.RegistrationClosed", "Extension registration closed already")
                    : forbidden(
                            "Extension.TooManyExtensions",
                            "Extension limit (%d) reached".formatted(Extensions.MOST));
        }
        extensions.register(extension.get(), events);
        return registered(request, extension.get());
    }

    private HttpResponse registered(HttpRequest request, Extension extension) {
        var answer = JSON.createObjectNode();
        answer.put("functionName", spec.functionName());
        answer.put("functionVersion", spec.version());
        answer.put("handler", spec.handler());
        if (request.headers()
                .first("Lambda-Extension-Accept-Feature")
                .filter(features -> features.contains("accountId"))
                .isPresent()) {
            answer.put("accountId", spec.functionArn().split(":")[4]);
        }
        return HttpResponse.of(
                200,
                Headers.of("Content-Type", "application/json", IDENTIFIER, extension.id()),
                JSON.writeValueAsBytes(answer));
    }

    private static List<String> events(JsonNode body) throws IOException {
        var events = new ArrayList<String>();
        if (!body.isObject()
                || !(body.path("events").isArray() || body.path("events").isMissingNode())) {
            throw new IOException("no list of events");
        }
        body.path("events").forEach(event -> events.add(event.asString("")));
        return events;
    }

    static JsonNode body(HttpRequest request) throws IOException {
        var bytes = request.body().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("too long");
        }
        return JSON.readTree(bytes);
    }

    private HttpResponse next(HttpRequest request) {
        return switch (caller(request, extensions)) {
            case Caller.Unknown(var refusal) -> refusal;
            case Caller.Known(var extension) -> {
                extensions.ready(extension);
                try {
                    yield extension
                            .next()
                            .orElseGet(() -> RuntimeApi.error(410, "Gone", "The environment ends"));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    yield RuntimeApi.error(410, "Gone", "The environment ends");
                }
            }
        };
    }

    private HttpResponse fail(HttpRequest request, Extension.State state) {
        return switch (caller(request, extensions)) {
            case Caller.Unknown(var refusal) -> refusal;
            case Caller.Known(var extension) -> {
                Optional<String> type =
                        request.headers().first(ERROR_TYPE).filter(text -> !text.isEmpty());
                if (type.isEmpty()) {
                    yield forbidden("Extension.MissingHeader", ERROR_TYPE + " not found");
                }
                extensions.failed(
                        extension,
                        state,
                        state == Extension.State.INIT_ERROR
                                ? "Extension.InitError"
                                : "Extension.ExitError",
                        type.get());
                yield RuntimeApi.json(202, "{\"status\":\"OK\"}");
            }
        };
    }

    /// Who asks.
    sealed interface Caller {
        record Known(Extension extension) implements Caller {}

        record Unknown(HttpResponse refusal) implements Caller {}
    }

    static Caller caller(HttpRequest request, Extensions extensions) {
        var id = request.headers().first(IDENTIFIER).orElse("");
        if (id.isEmpty()) {
            return new Caller.Unknown(
                    forbidden(
                            "Extension.MissingExtensionIdentifier",
                            "Missing " + IDENTIFIER + " header"));
        }
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return new Caller.Unknown(
                    forbidden("Extension.InvalidExtensionIdentifier", "Invalid " + IDENTIFIER));
        }
        return extensions
                .of(id)
                .<Caller>map(Caller.Known::new)
                .orElseGet(() ->
                        new Caller.Unknown(
                                forbidden(
                                        "Extension.UnknownExtensionIdentifier",
                                        "Unknown extension " + id)));
    }
}
