package groundschool.emulator.cognito.login;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Emulator;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.wire.FormFields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser that knows cookies, forms and redirects, and no script.
final class Browser {

    private static final Pattern FORM =
            Pattern.compile(
                    "<form method=\"post\" action=\"([^\"]*)\">(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT =
            Pattern.compile("<input(?=[^>]*name=\"([^\"]*)\")(?:[^>]*value=\"([^\"]*)\")?[^>]*>");

    private final Emulator emulator;
    private final String host;
    private final Map<String, String> cookies = new HashMap<>();

    Browser(Emulator emulator, String host) {
        this.emulator = emulator;
        this.host = host;
    }

    /// What a page looks like.
    ///
    /// @param location where it leads; empty if it is a page
    record Page(int status, String location, String text, Headers headers) {

        /// The first form's hidden fields, and what is typed into the others.
        Map<String, String> filled(String... namesAndValues) {
            var form = FORM.matcher(text);
            assertThat(form.find()).as("a form in %s", text).isTrue();
            var fields = new LinkedHashMap<String, String>();
            var input = INPUT.matcher(form.group(2));
            while (input.find()) {
                fields.put(
                        unescaped(input.group(1)),
                        unescaped(Objects.requireNonNullElse(input.group(2), "")));
            }
            for (int i = 0; i < namesAndValues.length; i += 2) {
                fields.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return fields;
        }

        String action() {
            var form = FORM.matcher(text);
            assertThat(form.find()).as("a form in %s", text).isTrue();
            return unescaped(form.group(1));
        }

        /// A parameter of where it leads.
        String told(String name) {
            var mark = location.contains("#") ? location.indexOf('#') : location.indexOf('?');
            return FormFields.of(location.substring(mark + 1)).get(name).orElse("");
        }

        private static String unescaped(String text) {
            return text.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }
    }

    /// Opens an address of the domain, and follows where it leads within it.
    Page open(String address) {
        var page = ask("GET", address, "", Headers.none());
        return page.location().startsWith("/") ? open(page.location()) : page;
    }

    /// Fills in the first form of a page and sends it.
    Page send(Page page, String... namesAndValues) {
        return post(page.action(), page.filled(namesAndValues));
    }

    Page post(String address, Map<String, String> fields) {
        return ask("POST", address, encoded(fields), Headers.none());
    }

    /// Calls an endpoint, as applications do.
    Page call(String address, Map<String, String> fields, String... headers) {
        return ask("POST", address, encoded(fields), Headers.of(headers));
    }

    Page ask(String method, String address, String body, Headers more) {
        int mark = address.indexOf('?');
        var all =
                Headers.of(
                        "Host",
                        host,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining("; ")));
        for (var field : more.fields()) {
            all = all.with(field.getKey(), field.getValue());
        }
        var answer =
                emulator.handle(
                        HttpRequest.of(
                                method,
                                mark < 0 ? address : address.substring(0, mark),
                                mark < 0 ? "" : address.substring(mark + 1),
                                all,
                                body.getBytes(StandardCharsets.UTF_8)));
        for (var cookie : answer.headers().all("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return new Page(
                answer.status(),
                answer.headers().first("Location").orElse(""),
                new String(answer.bytes(), StandardCharsets.UTF_8),
                answer.headers());
    }

    void forgetCookies() {
        cookies.clear();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each ->
                        URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8)
                                + "="
                                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
