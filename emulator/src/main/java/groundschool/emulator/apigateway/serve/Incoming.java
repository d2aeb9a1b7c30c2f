package groundschool.emulator.apigateway.serve;

import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A request as the gateway gets it.
///
/// @param stage as the path or the host says
/// @param verb in capitals
/// @param path after the stage, as sent; begins with one slash
/// @param wholePath from the stage on, as sent
/// @param signed the request as it was signed, if it was
/// @param host by which it came
/// @param requestId a UUID
/// @param extendedId of `x-amz-apigw-id`
/// @param at on the sandbox's clock
public record Incoming(
        Sandbox sandbox,
        String region,
        String api,
        String stage,
        String verb,
        String path,
        String wholePath,
        Fields query,
        Fields headers,
        byte[] body,
        HttpRequest signed,
        String source,
        String host,
        String requestId,
        String extendedId,
        Instant at) {

    /// The same with another body.
    public Incoming with(Fields otherHeaders, byte[] otherBody) {
        return new Incoming(
                sandbox,
                region,
                api,
                stage,
                verb,
                path,
                wholePath,
                query,
                otherHeaders,
                otherBody,
                signed,
                source,
                host,
                requestId,
                extendedId,
                at);
    }

    public String account() {
        return sandbox.account();
    }

    /// The type of the body, without its parameters; JSON if nobody says.
    public String contentType() {
        return headers.last("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty())
                .orElse("application/json");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// What policies and permissions call what is asked for.
    ///
    /// @param at the path, with or without variables
    public String arn(String resourcePath) {
        return "arn:aws:execute-api:%s:%s:%s/%s/%s%s"
                .formatted(region, account(), api, stage, verb, resourcePath);
    }

    /// As the gateway writes the time for people, such as `09/Apr/2015:12:34:56 +0000`.
    public String requestTime() {
        return DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                .format(at.atZone(ZoneOffset.UTC));
    }
}
