package groundschool.emulator.cognito.federation;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.Services;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.wire.HostName;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks identity providers. As everything here, it asks this machine only, and goes nowhere that an
/// answer would redirect it to; the emulator itself, also by AWS's names of user pools, is asked
/// without a socket.
final class ProviderHttp {

    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern POOLS =
            Pattern.compile("cognito-idp\\.[a-z0-9-]+\\.amazonaws\\.com");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Made when it is first needed.
    private static final class Client {
        private static final HttpClient ONE =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    private ProviderHttp() {}

    /// What a provider says.
    record Answer(int status, String text) {

        /// Missing if it is no JSON.
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JacksonException _) {
                return JSON.missingNode();
            }
        }
    }

    /// Whether something may be asked there at all.
    static boolean mayAsk(String url) {
        var uri = uri(url);
        return uri.filter(each -> isHere(each) || isUserPool(each)).isPresent();
    }

    private static boolean isHere(URI uri) {
        return HostName.isLoopback(Optional.ofNullable(uri.getHost()).orElse(""));
    }

    private static boolean isUserPool(URI uri) {
        return POOLS.matcher(Optional.ofNullable(uri.getHost()).orElse("")).matches();
    }

    private static Optional<URI> uri(String url) {
        try {
            var uri = new URI(url);
            return SCHEMES.contains(String.valueOf(uri.getScheme()))
                            && uri.getUserInfo() == null
                            && uri.getHost() != null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    static Answer get(String url, Headers headers, Services services) {
        return ask("GET", url, headers, "", services);
    }

    static Answer post(String url, Headers headers, String form, Services services) {
        return ask(
                "POST",
                url,
                headers.with("Content-Type", "application/x-www-form-urlencoded"),
                form,
                services);
    }

    /// @throws groundschool.emulator.AwsException if it is elsewhere, or does not answer
    private static Answer ask(
            String method, String url, Headers headers, String body, Services services) {
        var uri =
                uri(url).filter(each -> isHere(each) || isUserPool(each))
                        .orElseThrow(() ->
                                CognitoErrors.invalid(
                                        "Groundschool's emulator asks identity providers on this machine only, not "
                                                + url));
        var own = services.address().getPort();
        return isUserPool(uri) || (own > 0 && uri.getPort() == own)
                ? inside(method, uri, headers, body, services)
                : outside(method, uri, headers, body);
    }

    private static Answer inside(
            String method, URI uri, Headers headers, String body, Services services) {
        var answer =
                services.answer(
                        HttpRequest.of(
                                method,
                                Optional.ofNullable(uri.getRawPath())
                                        .filter(path -> !path.isEmpty())
                                        .orElse("/"),
                                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                                headers.with("Host", uri.getRawAuthority()),
                                body.getBytes(StandardCharsets.UTF_8)));
        return new Answer(answer.status(), new String(answer.bytes(), StandardCharsets.UTF_8));
    }

    private static Answer outside(String method, URI uri, Headers headers, String body) {
        var request =
                java.net.http.HttpRequest.newBuilder(uri)
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        headers.fields().forEach(field -> request.header(field.getKey(), field.getValue()));
        var reading =
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES);
        try {
            var answer =
                    Client.ONE
                            .sendAsync(request.build(), reading)
                            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Answer(answer.statusCode(), answer.body());
        } catch (ExecutionException | TimeoutException | IllegalArgumentException _) {
            throw unreachable(uri);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unreachable(uri);
        }
    }

    private static RuntimeException unreachable(URI uri) {
        return CognitoErrors.invalid(
                "The identity provider at %s does not answer.".formatted(uri.getAuthority()));
    }
}
