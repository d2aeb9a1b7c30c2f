package groundschool.lab.check;

import groundschool.terminal.MultipartForm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Reads the request that an `http:` check sends.
final class RequestReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern REQUEST =
            Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (http://\\S+)");

    private final Map<String, Object> fields;
    private final BiConsumer<String, String> problems;

    RequestReader(Map<String, Object> fields, BiConsumer<String, String> problems) {
        this.fields = fields;
        this.problems = problems;
    }

    Optional<Check> read(List<Expectation> expectations) {
        var request = REQUEST.matcher(String.valueOf(fields.get("http")));
        if (!request.matches()) {
            problems.accept(
                    "http",
                    "a request is a method and an address: `GET http://${bucket}.s3-website.eu-west-1.localhost/`");
            return Optional.empty();
        }
        try {
            var address = URI.create(request.group(2));
            var path = Optional.ofNullable(address.getRawPath()).filter(it -> !it.isEmpty());
            var headers = headers();
            var form = form();
            form.ifPresent(it -> headers.put("Content-Type", it.contentType()));
            return Optional.of(
                    new Requests(
                            request.group(1),
                            String.valueOf(address.getRawAuthority()),
                            path.orElse("/"),
                            Optional.ofNullable(address.getRawQuery()).orElse(""),
                            headers,
                            form.map(MultipartForm::bytes).orElseGet(this::body),
                            expectations));
        } catch (IllegalArgumentException e) {
            problems.accept("http", "the address cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        if (fields.getOrDefault("headers", Map.of()) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
        } else {
            problems.accept("headers", "`headers:` has names and values: `{ Origin: … }`");
        }
        return headers;
    }

    /// What a browser sends for a form; its file comes last, as S3 wants it.
    private Optional<MultipartForm> form() {
        if (!fields.containsKey("form")) {
            return Optional.empty();
        }
        if (!(fields.get("form") instanceof Map<?, ?> map)
                || map.isEmpty()
                || fields.containsKey("body")) {
            problems.accept(
                    "form",
                    "`form:` has names and values, and stands for `body:`: `{ key: …, file: … }`");
            return Optional.empty();
        }
        var form = new MultipartForm();
        map.forEach((name, value) -> {
            if (!name.equals("file")) {
                form.field(String.valueOf(name), String.valueOf(value));
            }
        });
        if (map.containsKey("file")) {
            var text = String.valueOf(map.get("file"));
            form.file("file", "file", text.getBytes(StandardCharsets.UTF_8));
        }
        return Optional.of(form);
    }

    /// A text as it stands, anything else as JSON.
    private byte[] body() {
        var body = fields.getOrDefault("body", "");
        var text = body instanceof String plain ? plain : MAPPER.writeValueAsString(body);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
