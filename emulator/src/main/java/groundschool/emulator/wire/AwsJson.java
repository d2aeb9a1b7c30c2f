package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import java.util.LinkedHashMap;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The protocols awsJson1_0 and awsJson1_1: POST to `/`, the operation in `X-Amz-Target`, JSON both
/// ways.
///
/// Source: [AWS JSON 1.0](https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html)
///
/// @param version `1.0` or `1.1`
/// @param namespace what stands before `#` in the `__type` of the service's own errors
public record AwsJson(String version, String namespace) implements Protocol {

    private static final JsonMapper JSON = Json.mapper();

    @Override
    public JsonNode read(byte[] body) {
        if (body.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            var input = JSON.readTree(body);
            if (!input.isObject()) {
                throw CoralErrors.serialization();
            }
            return input;
        } catch (JacksonException e) {
            throw CoralErrors.serialization();
        }
    }

    @Override
    public HttpResponse answer(byte[] output, String requestId) {
        return respond(200, output, requestId);
    }

    @Override
    public HttpResponse refuse(AwsException refusal, String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("__type", CoralErrors.type(refusal.code(), namespace));
        body.putAll(refusal.members());
        // The framework's own errors and TransactionCanceledException spell the member with a
        // capital.
        body.put(CoralErrors.messageMember(refusal.code()), refusal.message());
        return respond(refusal.status(), JSON.writeValueAsBytes(body), requestId);
    }

    private HttpResponse respond(int status, byte[] body, String requestId) {
        var crc = new CRC32();
        crc.update(body);
        var headers =
                Headers.of(
                        "Content-Type",
                        "application/x-amz-json-" + version,
                        "x-amzn-RequestId",
                        requestId,
                        "x-amz-crc32",
                        Long.toString(crc.getValue()));
        return HttpResponse.of(status, headers, body);
    }
}
