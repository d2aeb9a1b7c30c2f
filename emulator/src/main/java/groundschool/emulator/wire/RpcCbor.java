package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The protocol rpcv2Cbor: POST to `/service/NAME/operation/NAME`, CBOR both ways.
///
/// Source: [Smithy RPC v2
/// CBOR](https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html)
public final class RpcCbor implements Protocol {

    /// What the header `Smithy-Protocol` calls it.
    public static final String NAME = "rpc-v2-cbor";

    private static final String TYPE = "application/cbor";

    private final ApiModel model;

    public RpcCbor(ApiModel model) {
        this.model = model;
    }

    /// Reads an operation's input, which may be left out.
    ///
    /// @param limitBytes of what was compressed
    /// @throws AwsException if it is no CBOR
    public JsonNode read(HttpRequest request, byte[] body, long limitBytes) {
        var plain =
                ContentEncoding.unpack(request, body, limitBytes)
                        .orElseThrow(CoralErrors::serialization);
        return plain.length == 0
                ? JsonNodeFactory.instance.objectNode()
                : new CborReader(plain).object();
    }

    /// Writes an answer.
    ///
    /// @param output the operation's output
    public HttpResponse answer(String operation, JsonNode output, String requestId) {
        var writer = new CborWriter(model.types());
        writer.write(
                model.operation(operation).orElseThrow(CoralErrors::unknownOperation).output(),
                output);
        return of(200, writer.toByteArray(), requestId);
    }

    @Override
    public AwsException named(AwsException refusal) {
        return json().named(refusal);
    }

    @Override
    public HttpResponse refuse(HttpRequest request, AwsException refusal, String requestId) {
        var body = (ObjectNode) json().body(refusal);
        var writer = new CborWriter(model.types());
        writer.writeFree(body);
        var answer = of(refusal.status(), writer.toByteArray(), requestId);
        return json().withQueryCode(answer, refusal);
    }

    private AwsJson json() {
        if (model.protocol() instanceof AwsJson json) {
            return json;
        }
        throw new IllegalStateException("a service that speaks CBOR but no JSON");
    }

    private static HttpResponse of(int status, byte[] body, String requestId) {
        return HttpResponse.of(
                status,
                Answers.headers(requestId).with("Content-Type", TYPE).with("smithy-protocol", NAME),
                body);
    }
}
