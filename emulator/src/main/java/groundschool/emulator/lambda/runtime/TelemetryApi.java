package groundschool.emulator.lambda.runtime;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The API by which extensions subscribe to telemetry.
///
/// Source: [Lambda Telemetry API
/// reference](https://docs.aws.amazon.com/lambda/latest/dg/telemetry-api-reference.html)
///
/// @param isReached whether something can be sent to where extensions listen
/// @param subscribed is told the extension and what it is told of
record TelemetryApi(
        Extensions extensions,
        Telemetry telemetry,
        boolean isReached,
        Consumer<Telemetry.Subscription> subscribed)
        implements Listener.Answerer {

    static final String ROOT = "/2022-07-01/telemetry";

    /// Where our relay takes what it is to deliver within an isolated environment.
    static final String BATCHES = "/groundschool/telemetry";

    private static final Set<String> VERSIONS = Set.of("2022-07-01", "2022-12-13", "2025-01-29");
    private static final Set<String> HOSTS =
            Set.of("sandbox.localdomain", "sandbox", "localhost", "127.0.0.1");

    /// What is wrong with a request.
    private static final class Invalid extends Exception {
        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message);
        }
    }

    @Override
    public HttpResponse answer(HttpRequest request) {
        if (request.path().equals(BATCHES)) {
            return batch();
        }
        if (!request.method().equals("PUT")) {
            return RuntimeApi.error(405, "MethodNotAllowed", request.method());
        }
        if (!isReached) {
            return RuntimeApi.json(
                    202,
                    "{\"errorMessage\":\"Telemetry API is not supported\",\"errorType\":\"Telemetry.NotSupported\"}");
        }
        return switch (ExtensionsApi.caller(request, extensions)) {
            case ExtensionsApi.Caller.Unknown(var refusal) -> refusal;
            case ExtensionsApi.Caller.Known(var extension) -> subscribe(request, extension);
        };
    }

    private HttpResponse subscribe(HttpRequest request, Extension extension) {
        try {
            var wanted = subscription(ExtensionsApi.body(request), extension.name());
            if (!telemetry.subscribe(wanted)) {
                return RuntimeApi.error(
                        403,
                        "Telemetry.SubscriptionClosed",
                        "Telemetry API subscription is closed already");
            }
            subscribed.accept(wanted);
            return RuntimeApi.json(200, "\"OK\"");
        } catch (Invalid invalid) {
            return RuntimeApi.error(
                    400, "ValidationError", Optional.ofNullable(invalid.getMessage()).orElse(""));
        } catch (JacksonException | IOException noJson) {
            return RuntimeApi.error(400, "ValidationError", "The body is not as it must be.");
        }
    }

    private static Telemetry.Subscription subscription(JsonNode body, String extension)
            throws Invalid {
        if (!VERSIONS.contains(body.path("schemaVersion").asString(""))) {
            throw new Invalid("schemaVersion must be one of " + sorted(VERSIONS));
        }
        var kinds = EnumSet.noneOf(Telemetry.Kind.class);
        for (var type : body.path("types")) {
            kinds.add(kind(type.asString("")));
        }
        if (kinds.isEmpty()) {
            throw new Invalid("types must not be empty");
        }
        var destination = body.path("destination");
        var protocol = destination.path("protocol").asString("");
        if (!protocol.equals("HTTP") && !protocol.equals("TCP")) {
            throw new Invalid("destination.protocol must be HTTP or TCP");
        }
        boolean isTcp = protocol.equals("TCP");
        var uri =
                isTcp
                        ? "tcp://sandbox.localdomain:" + destination.path("port").asInt(0)
                        : destination.path("URI").asString("");
        check(uri, isTcp);
        var buffering = body.path("buffering");
        return new Telemetry.Subscription(
                extension,
                kinds,
                uri,
                isTcp,
                number(buffering, "maxItems", 1_000, 1_000, 10_000),
                number(buffering, "maxBytes", 262_144, 262_144, 1_048_576),
                Duration.ofMillis(number(buffering, "timeoutMs", 1_000, 25, 30_000)));
    }

    private static String sorted(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    private static Telemetry.Kind kind(String word) throws Invalid {
        for (var kind : Telemetry.Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new Invalid("types must be some of platform, function, extension");
    }

    private static void check(String text, boolean isTcp) throws Invalid {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException noUri) {
            throw new Invalid("destination.URI is not a URI");
        }
        var host = Optional.ofNullable(uri.getHost()).orElse("");
        if (!HOSTS.contains(host)
                || uri.getPort() < 1
                || !(isTcp ? "tcp" : "http").equals(uri.getScheme())) {
            throw new Invalid(
                    "destination must be a port of sandbox.localdomain, such as http://sandbox.localdomain:8080");
        }
        if (text.chars().anyMatch(letter -> letter <= ' ')) {
            throw new Invalid("destination.URI is not a URI");
        }
        if (uri.getPort() == 9001) {
            throw new Invalid("port 9001 is reserved");
        }
    }

    private static int number(JsonNode buffering, String name, int usual, int least, int most)
            throws Invalid {
        var said = buffering.path(name);
        if (said.isMissingNode() || said.isNull()) {
            return usual;
        }
        if (!said.isIntegralNumber() || said.asInt() < least || said.asInt() > most) {
            throw new Invalid(
                    "buffering.%s must be between %d and %d".formatted(name, least, most));
        }
        return said.asInt();
    }

    private HttpResponse batch() {
        try {
            return telemetry
                    .take()
                    .map(batch ->
                            HttpResponse.of(
                                    200,
                                    Headers.of(
                                            "Content-Type",
                                            "application/json",
                                            "Destination",
                                            batch.uri()),
                                    batch.body()))
                    .orElseGet(() -> RuntimeApi.error(410, "Gone", "The environment ends"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HttpResponse.of(410, Headers.none(), "gone".getBytes(StandardCharsets.UTF_8));
        }
    }
}
