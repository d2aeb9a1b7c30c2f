package groundschool.emulator.sts;

import com.nimbusds.jose.jwk.JWKSet;
import groundschool.emulator.iam.ThisMachine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The keys that an OpenID Connect provider on this machine signs with.
///
/// Source: [OpenID Connect Discovery](https://openid.net/specs/openid-connect-discovery-1_0.html)
public final class IssuerKeys {

    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private IssuerKeys() {}

    /// @param issuer on this machine
    /// @throws groundschool.emulator.AwsException if they cannot be had
    public static JWKSet of(String issuer) {
        try (var client =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()) {
            var discovery = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
            var keys = JSON.readTree(get(client, discovery)).path("jwks_uri").asString("");
            if (!isOf(issuer, keys)) {
                throw StsErrors.noVerificationKey();
            }
            return JWKSet.parse(get(client, keys));
        } catch (JacksonException
                | ParseException
                | ExecutionException
                | TimeoutException
                | IllegalArgumentException e) {
            throw StsErrors.noVerificationKey();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StsErrors.noVerificationKey();
        }
    }

    /// Whether a URL is one of the issuer's own, so that no issuer sends us elsewhere.
    private static boolean isOf(String issuer, String url) {
        return ThisMachine.isAt(url)
                && String.valueOf(URI.create(issuer).getAuthority())
                        .equals(URI.create(url).getAuthority());
    }

    private static String get(HttpClient client, String url)
            throws InterruptedException, ExecutionException, TimeoutException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        var body =
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES);
        var answer =
                client.sendAsync(request, body).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var response = answer.get();
        if (response.statusCode() != 200) {
            throw StsErrors.noVerificationKey();
        }
        return response.body();
    }
}
