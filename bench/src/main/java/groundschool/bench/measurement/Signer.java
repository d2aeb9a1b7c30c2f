package groundschool.bench.measurement;

import static groundschool.bench.measurement.Signing.bytes;

import java.util.LinkedHashMap;
import java.util.Map;

/// Signs calls, of DynamoDB if nothing else is said, before they are measured.
record Signer(String accessKeyId, String secret) {

    private static final String SIGNED = "content-type;host;x-amz-date;x-amz-target";

    /// Whom a call is for.
    ///
    /// @param target what the operation's name follows
    /// @param version of its JSON
    record Service(String name, String target, String version) {

        static final Service DYNAMODB = new Service("dynamodb", "DynamoDB_20120810", "1.0");
        static final Service USER_POOLS =
                new Service("cognito-idp", "AWSCognitoIdentityProviderService", "1.1");
    }

    /// The headers of a call, by name.
    Map<String, String> headers(String operation, String body) {
        return headers(Service.DYNAMODB, operation, body);
    }

    private Map<String, String> headers(Service service, String operation, String body) {
        var time = Signing.time();
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/x-amz-json-" + service.version);
        headers.put("host", "localhost");
        headers.put("x-amz-date", time);
        headers.put("x-amz-target", service.target + "." + operation);
        var canonical = new StringBuilder("POST\n/\n\n");
        headers.forEach(
                (name, value) -> canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(SIGNED).append('\n').append(Signing.sha256(body));
        var scope = Signing.scope(time, "us-east-1", service.name);
        headers.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(
                                accessKeyId,
                                scope,
                                SIGNED,
                                Signing.signature(secret, time, scope, canonical.toString())));
        return headers;
    }

    /// The whole request, as it goes over the wire.
    byte[] request(String operation, String body) {
        return request(Service.DYNAMODB, operation, body);
    }

    /// The same for another service.
    byte[] request(Service service, String operation, String body) {
        var request = new StringBuilder("POST / HTTP/1.1\r\n");
        headers(service, operation, body)
                .forEach((name, value) ->
                        request.append(name).append(": ").append(value).append("\r\n"));
        request.append("content-length: ").append(bytes(body).length).append("\r\n\r\n");
        return bytes(request.append(body).toString());
    }
}
