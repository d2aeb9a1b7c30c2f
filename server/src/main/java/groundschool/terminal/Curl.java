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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// As much of `curl` as it takes to look at what is published in a sandbox: it reaches that and
/// nothing else.
///
/// Source: [curl](https://curl.se/docs/manpage.html)
final class Curl implements Program {

    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_BYTES = 1_000_000;

    private static final Map<String, String> LONG =
            Map.ofEntries(
                    Map.entry("--silent", "-s"),
                    Map.entry("--show-error", "-S"),
                    Map.entry("--fail", "-f"),
                    Map.entry("--include", "-i"),
                    Map.entry("--head", "-I"),
                    Map.entry("--location", "-L"),
                    Map.entry("--request", "-X"),
                    Map.entry("--header", "-H"),
                    Map.entry("--data", "-d"),
                    Map.entry("--data-raw", "-d"),
                    Map.entry("--data-binary", "-d"),
                    Map.entry("--output", "-o"),
                    Map.entry("--upload-file", "-T"),
                    Map.entry("--write-out", "-w"));
    private static final String FLAGS = "sSfiIL";
    private static final String TAKING = "XHdoTw";

    private final Emulator emulator;
    private final Caller caller;

    /// @param caller in whose sandbox it looks
    Curl(Emulator emulator, Caller caller) {
        this.emulator = emulator;
        this.caller = caller;
    }

    /// What was asked for.
    ///
    /// @param flags by their letters
    /// @param values of the options that take one, by their letters
    private record Asked(List<String> urls, String flags, Map<String, List<String>> values) {

        boolean has(char flag) {
            return flags.indexOf(flag) >= 0;
        }

        List<String> all(String letter) {
            return values.getOrDefault(letter, List.of());
        }

        Optional<String> last(String letter) {
            return all(letter).reversed().stream().findFirst();
        }
    }

    private static final class Refused extends Exception {
        private final int exitCode;

        Refused(int exitCode, String message) {
            super(message, null, false, false);
            this.exitCode = exitCode;
        }
    }

    @Override
    public int run(Invocation invocation) {
        try {
            var asked = read(invocation.arguments());
            if (asked.urls().isEmpty()) {
                throw new Refused(2, "no URL specified");
            }
            return fetch(asked, invocation);
        } catch (Refused refusal) {
            invocation.error("curl: (%d) %s\n".formatted(refusal.exitCode, refusal.getMessage()));
            return refusal.exitCode;
        } catch (Workspace.Refused refusal) {
            invocation.error("curl: (23) " + refusal.getMessage() + "\n");
            return 23;
        }
    }

    private static Asked read(List<String> arguments) throws Refused {
        var urls = new ArrayList<String>();
        var flags = new StringBuilder();
        var values = new LinkedHashMap<String, List<String>>();
        for (int at = 0; at < arguments.size(); at++) {
            var argument = arguments.get(at);
            if (argument.equals("--json")) {
                value(arguments, ++at, argument, values, "d");
                values.computeIfAbsent("H", _ -> new ArrayList<>())
                        .add("Content-Type: application/json");
                continue;
            }
            var option = argument.startsWith("--") ? LONG.get(argument) : argument;
            if (option == null) {
                throw new Refused(2, "option " + argument + ": is not here");
            }
            if (!option.startsWith("-") || option.equals("-")) {
                urls.add(argument);
                continue;
            }
            for (int letter = 1; letter < option.length(); letter++) {
                var each = option.charAt(letter);
                if (FLAGS.indexOf(each) >= 0) {
                    flags.append(each);
                } else if (TAKING.indexOf(each) < 0) {
                    throw new Refused(2, "option -" + each + ": is not here");
                } else if (letter + 1 < option.length()) {
                    values.computeIfAbsent(String.valueOf(each), _ -> new ArrayList<>())
                            .add(option.substring(letter + 1));
                    break;
                } else {
                    value(arguments, ++at, argument, values, String.valueOf(each));
                }
            }
        }
        return new Asked(urls, flags.toString(), values);
    }

    private static void value(
            List<String> arguments,
            int at,
            String option,
            Map<String, List<String>> values,
            String letter)
            throws Refused {
        if (at >= arguments.size()) {
            throw new Refused(2, "option " + option + ": requires parameter");
        }
        values.computeIfAbsent(letter, _ -> new ArrayList<>()).add(arguments.get(at));
    }

    private int fetch(Asked asked, Invocation invocation) throws Refused {
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
        var sent = send(method, url, asked, body.orElse(new byte[0]));
        for (int turn = 0; asked.has('L') && turn < MOST_REDIRECTS; turn++) {
            var location = sent.headers().first("Location");
            if (sent.status() / 100 != 3 || location.isEmpty()) {
                break;
            }
            url = url.resolve(location.get());
            sent = send(method, url, asked, new byte[0]);
        }
        invocation.run().check();
        if (asked.has('f') && sent.status() >= 400) {
            throw new Refused(22, "The requested URL returned error: " + sent.status());
        }
        write(sent, method.equals("HEAD"), asked, invocation);
        return 0;
    }

    private static Optional<byte[]> body(Asked asked, Invocation invocation) throws Refused {
        var upload = asked.last("T");
        if (upload.isPresent()) {
            return Optional.of(file(upload.get(), invocation));
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
        return Optional.of(String.join("&", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] file(String name, Invocation invocation) throws Refused {
        return name.equals("-")
                ? invocation.input().getBytes(StandardCharsets.UTF_8)
                : invocation
                        .workspace()
                        .bytes(name)
                        .orElseThrow(() -> new Refused(26, "Failed to open " + name));
    }

    private static URI url(String text) throws Refused {
        try {
            var url = URI.create(text.contains("://") ? text : "http://" + text);
            var host = String.valueOf(url.getHost());
            if (!host.equals("127.0.0.1")
                    && !host.equals("localhost")
                    && !host.endsWith(".localhost")) {
                throw new Refused(
                        6,
                        "Could not resolve host: %s (from here, only what is in your account can be reached)"
                                .formatted(host));
            }
            return url;
        } catch (IllegalArgumentException _) {
            throw new Refused(3, "URL rejected: Malformed input to a URL function");
        }
    }

    private HttpResponse send(String method, URI url, Asked asked, byte[] body) {
        var headers =
                Headers.of("Host", url.getRawAuthority(), "User-Agent", "curl", "Accept", "*/*");
        if (body.length > 0) {
            headers = headers.with("Content-Length", String.valueOf(body.length));
            if (asked.last("T").isEmpty() && !names(asked).contains("content-type")) {
                headers = headers.with("Content-Type", "application/x-www-form-urlencoded");
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
                HttpRequest.of(method, path, query, headers, body).into(caller.sandbox()));
    }

    private static List<String> names(Asked asked) {
        return asked.all("H").stream()
                .map(header -> header.split(":", 2)[0].strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void write(
            HttpResponse response, boolean isHead, Asked asked, Invocation invocation) {
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
