package groundschool.lab.check;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Sends an HTTP request as anybody could, without a signature, to what the learner has published
/// in a fork of the sandbox, and holds the answer against what is expected: `status`, `headers` by
/// their names in small letters, and `body`, as JSON if it is some.
///
/// @param path as sent
/// @param query as sent, without the `?`
public record Requests(
        String method,
        String host,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body,
        List<Expectation> expectations)
        implements Check {

    private static final int LONGEST_BODY = 1024 * 1024;
    private static final int LONGEST_EVIDENCE = 200;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Requests {
        headers = Map.copyOf(headers);
        body = body.clone();
        expectations = List.copyOf(expectations);
    }

    @Override
    public Optional<Evidence> look(Scene scene) {
        return scene.inFork(this::send);
    }

    private Optional<Evidence> send(Scene fork) {
        var sent = Headers.of("Host", host, "Content-Length", String.valueOf(body.length));
        for (var header : headers.entrySet()) {
            sent = sent.with(header.getKey(), header.getValue());
        }
        var request =
                HttpRequest.of(method, path, query, sent, body).into(fork.inspector().sandbox());
        var response = fork.emulator().handle(request);
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("status", response.status());
        var fields = answer.putObject("headers");
        response.headers()
                .fields()
                .forEach(field ->
                        fields.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
        answer.set("body", body(response.bytes()));
        return Expectation.firstUnmet(expectations, answer, shortened(lookedAt()));
    }

    private static JsonNode body(byte[] bytes) {
        var text =
                new String(bytes, 0, Math.min(bytes.length, LONGEST_BODY), StandardCharsets.UTF_8);
        try {
            var json = text.isBlank() ? null : MAPPER.readTree(text);
            return json == null || json.isMissingNode()
                    ? JsonNodeFactory.instance.stringNode(text)
                    : json;
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    /// A link that somebody has signed is longer than anybody reads.
    private static String shortened(String text) {
        return text.length() <= LONGEST_EVIDENCE ? text : text.substring(0, LONGEST_EVIDENCE) + "…";
    }

    private String lookedAt() {
        return "%s http://%s%s%s".formatted(method, host, path, query.isEmpty() ? "" : "?" + query);
    }

    // A record's own would compare the arrays themselves.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Requests that
                && lookedAt().equals(that.lookedAt())
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body)
                && expectations.equals(that.expectations);
    }

    @Override
    public int hashCode() {
        return lookedAt().hashCode();
    }
}
