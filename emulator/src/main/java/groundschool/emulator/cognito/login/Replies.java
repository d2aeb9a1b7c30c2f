package groundschool.emulator.cognito.login;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Answers of the pages and of the endpoints of OAuth 2.0.
final class Replies {

    private Replies() {}

    /// @param redirectUri where a form may lead in the end; empty if nowhere
    static HttpResponse page(int status, String html, String redirectUri, String... cookies) {
        var headers =
                Headers.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Cache-Control", "no-store",
                        "Content-Security-Policy",
                                "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
                                        + (html.contains(Html.SCRIPT) ? "; script-src 'self'" : "")
                                        + formAction(redirectUri),
                        "X-Frame-Options", "DENY",
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "no-referrer");
        return HttpResponse.of(
                status, with(headers, cookies), html.getBytes(StandardCharsets.UTF_8));
    }

    /// Browsers hold a form's redirects to the policy too. A pool for which this one vouches sends
    /// people on to an application that nobody here knows.
    private static String formAction(String redirectUri) {
        return redirectUri.endsWith("/oauth2/idpresponse")
                ? ""
                : "; form-action 'self'" + source(redirectUri);
    }

    private static String source(String redirectUri) {
        if (redirectUri.isEmpty()) {
            return "";
        }
        try {
            var uri = new URI(redirectUri);
            return uri.getHost() == null
                    ? " " + uri.getScheme() + ":"
                    : " %s://%s".formatted(uri.getScheme(), uri.getAuthority());
        } catch (URISyntaxException _) {
            return "";
        }
    }

    static HttpResponse style(String css) {
        return HttpResponse.of(
                200,
                Headers.of(
                        "Content-Type", "text/css; charset=utf-8", "Cache-Control", "max-age=600"),
                css.getBytes(StandardCharsets.UTF_8));
    }

    /// @param base64 a PNG or a JPEG
    static HttpResponse image(String base64) {
        return HttpResponse.of(
                200,
                Headers.of("Content-Type", Dress.type(base64), "X-Content-Type-Options", "nosniff"),
                Base64.getDecoder().decode(base64));
    }

    /// An image of an owner's, which is a picture and never a page: those that are written in XML
    /// could else bring scripts along.
    static HttpResponse image(String type, byte[] bytes) {
        return HttpResponse.of(
                200,
                Headers.of(
                        "Content-Type",
                        type,
                        "Cache-Control",
                        "max-age=600",
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
                        "X-Content-Type-Options",
                        "nosniff"),
                bytes);
    }

    static HttpResponse script(byte[] script) {
        return HttpResponse.of(
                200,
                Headers.of(
                        "Content-Type",
                        "text/javascript; charset=utf-8",
                        "Cache-Control",
                        "max-age=600",
                        "X-Content-Type-Options",
                        "nosniff"),
                script);
    }

    static HttpResponse redirect(String address, String... cookies) {
        return HttpResponse.of(
                302,
                with(Headers.of("Location", address, "Cache-Control", "no-store"), cookies),
                new byte[0]);
    }

    static HttpResponse json(int status, Map<String, Object> body) {
        return HttpResponse.of(
                status,
                Headers.of(
                        "Content-Type",
                        "application/json;charset=UTF-8",
                        "Cache-Control",
                        "no-store",
                        "Pragma",
                        "no-cache"),
                JsonMapper.shared().writeValueAsBytes(body));
    }

    static HttpResponse error(String error) {
        return json(400, Map.of("error", error));
    }

    static HttpResponse text(int status, String text) {
        return HttpResponse.of(
                status,
                Headers.of("Content-Type", "text/plain; charset=utf-8"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static Headers with(Headers headers, String... cookies) {
        var all = headers;
        for (var cookie : cookies) {
            all = all.with("Set-Cookie", cookie);
        }
        return all;
    }
}
