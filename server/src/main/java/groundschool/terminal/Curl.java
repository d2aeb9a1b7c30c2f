package groundschool.terminal;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import groundschool.terminal.shell.Invocation;
import groundschool.terminal.shell.Program;
import groundschool.terminal.shell.Workspace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// As much of `curl` as it takes to look at what is published in a sandbox: it reaches that and
/// nothing else.
///
/// Source: [curl](https://curl.se/docs/manpage.html)
final class Curl implements Program {

    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_BYTES = 1_000_000;

    private final Emulator emulator;
    private final Caller caller;

    /// @param caller in whose sandbox it looks
    Curl(Emulator emulator, Caller caller) {
        this.emulator = emulator;
        this.caller = caller;
    }

    @Override
    public int run(Invocation invocation) {
        try {
            var asked = CurlArguments.read(invocation.arguments());
            if (asked.urls().isEmpty()) {
                throw new CurlException(2, "no URL specified");
            }
            return fetch(asked, invocation);
        } catch (CurlException refusal) {
            invocation.error("curl: (%d) %s\n".formatted(refusal.exitCode(), refusal.getMessage()));
            return refusal.exitCode();
        } catch (Workspace.Refused refusal) {
            invocation.error("curl: (23) " + refusal.getMessage() + "\n");
            return 23;
        }
    }

    private int fetch(CurlArguments asked, Invocation invocation) throws CurlException {
        var body = body(asked, invocation);
        var method =
                asked.last("X")
                        .orElse(
                                asked.has('I')
                                        ? "HEAD"
                                        : asked.last("T").isPresent()
                                                ? "PUT"
                                                : body.isPresent() ? "POST" : "GET");
        var url = url(asked.urls().getFirst());
        var sent = send(method, url, asked, body.orElse(Body.NONE));
        for (int turn = 0; asked.has('L') && turn < MOST_REDIRECTS; turn++) {
            var location = sent.headers().first("Location");
            if (sent.status() / 100 != 3 || location.isEmpty()) {
                break;
            }
            url = url.resolve(location.get());
            sent = send(method, url, asked, Body.NONE);
        }
        invocation.run().check();
        if (asked.has('f') && sent.status() >= 400) {
            throw new CurlException(22, "The requested URL returned error: " + sent.status());
        }
        write(sent, method.equals("HEAD"), asked, invocation);
        return 0;
    }

    /// @param type of what is sent, unless a header says another; empty if there is none
    private record Body(byte[] bytes, String type) {
        static final Body NONE = new Body(new byte[0], "");
    }

    private static Optional<Body> body(CurlArguments asked, Invocation invocation)
            throws CurlException {
        var upload = asked.last("T");
        if (upload.isPresent()) {
            return Optional.of(new Body(file(upload.get(), invocation), ""));
        }
        if (!asked.all("F").isEmpty()) {
            var form = form(asked.all("F"), invocation);
            return Optional.of(new Body(form.bytes(), form.contentType()));
        }
        if (asked.all("d").isEmpty()) {
            return Optional.empty();
        }
        var parts = new ArrayList<String>();
        for (var part : asked.all("d")) {
            parts.add(
                    part.startsWith("@")
                            ? new String(
                                    file(part.substring(1), invocation), StandardCharsets.UTF_8)
                            : part);
        }
        return Optional.of(
                new Body(
                        String.join("&", parts).getBytes(StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded"));
    }

    private static MultipartForm form(List<String> fields, Invocation invocation)
            throws CurlException {
        var form = new MultipartForm();
        for (var field : fields) {
            int equals = field.indexOf('=');
            if (equals <= 0) {
                throw new CurlException(2, "Illegally formatted input field");
            }
            var name = field.substring(0, equals);
            var value = field.substring(equals + 1);
            if (value.startsWith("@")) {
                var path = value.substring(1);
                form.file(name, path.substring(path.lastIndexOf('/') + 1), file(path, invocation));
            } else if (value.startsWith("<")) {
                form.field(
                        name,
                        new String(file(value.substring(1), invocation), StandardCharsets.UTF_8));
            } else {
                form.field(name, value);
            }
        }
        return form;
    }

    private static byte[] file(String name, Invocation invocation) throws CurlException {
        return name.equals("-")
                ? invocation.input().getBytes(StandardCharsets.UTF_8)
                : invocation
                        .workspace()
                        .bytes(name)
                        .orElseThrow(() -> new CurlException(26, "Failed to open " + name));
    }

    private static URI url(String text) throws CurlException {
        try {
            var url = URI.create(text.contains("://") ? text : "http://" + text);
            var host = String.valueOf(url.getHost());
            if (!host.equals("127.0.0.1")
                    && !host.equals("localhost")
                    && !host.endsWith(".localhost")) {
                throw new CurlException(
                        6,
                        "Could not resolve host: %s (from here, only what is in your account can be reached)"
                                .formatted(host));
            }
            return url;
        } catch (IllegalArgumentException _) {
            throw new CurlException(3, "URL rejected: Malformed input to a URL function");
        }
    }

    private HttpResponse send(String method, URI url, CurlArguments asked, Body body) {
        var headers =
                Headers.of("Host", url.getRawAuthority(), "User-Agent", "curl", "Accept", "*/*");
        if (body.bytes().length > 0) {
            headers = headers.with("Content-Length", String.valueOf(body.bytes().length));
            if (!body.type().isEmpty() && !names(asked).contains("content-type")) {
                headers = headers.with("Content-Type", body.type());
            }
        }
        for (var header : asked.all("H")) {
            var colon = header.indexOf(':');
            if (colon > 0) {
                headers =
                        headers.with(
                                header.substring(0, colon).strip(),
                                header.substring(colon + 1).strip());
            }
        }
        var path = Optional.ofNullable(url.getRawPath()).filter(it -> !it.isEmpty()).orElse("/");
        var query = Optional.ofNullable(url.getRawQuery()).orElse("");
        return emulator.handle(
                HttpRequest.of(method, path, query, headers, body.bytes()).into(caller.sandbox()));
    }

    private static List<String> names(CurlArguments asked) {
        return asked.all("H").stream()
                .map(header -> header.split(":", 2)[0].strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void write(
            HttpResponse response, boolean isHead, CurlArguments asked, Invocation invocation) {
        var text = new StringBuilder();
        if (asked.has('i') || asked.has('I')) {
            text.append("HTTP/1.1 %d \n".formatted(response.status()));
            response.headers()
                    .fields()
                    .forEach(field ->
                            text.append(field.getKey())
                                    .append(": ")
                                    .append(field.getValue())
                                    .append('\n'));
            text.append('\n');
        }
        var bytes = response.bytes();
        var file = asked.last("o").filter(name -> !name.equals("-"));
        if (file.isPresent() && !file.get().equals("/dev/null")) {
            invocation.workspace().write(file.get(), bytes);
        } else if (file.isEmpty() && !isHead) {
            text.append(
                    new String(
                            bytes, 0, Math.min(bytes.length, MOST_BYTES), StandardCharsets.UTF_8));
        }
        asked.last("w")
                .ifPresent(format ->
                        text.append(
                                format.replace("%{http_code}", String.valueOf(response.status()))
                                        .replace(
                                                "%{content_type}",
                                                response.headers().first("Content-Type").orElse(""))
                                        .replace("\\n", "\n")));
        invocation.out(text.toString());
    }
}
