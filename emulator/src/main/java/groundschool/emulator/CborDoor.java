package groundschool.emulator;

import groundschool.emulator.wire.Answers;
import groundschool.emulator.wire.CoralErrors;
import groundschool.emulator.wire.RpcCbor;
import groundschool.emulator.wire.SignatureV4;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where requests with the operation in their path and CBOR in their body come in.
///
/// Source: [Smithy RPC v2
/// CBOR](https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html)
final class CborDoor extends Door {

    private static final Pattern PATH = Pattern.compile("/service/([^/]+)/operation/([^/]+)");

    private final List<Endpoint<?>> endpoints;
    private final SignatureV4 signatures;

    /// @param endpoints of services that speak CBOR
    CborDoor(List<Endpoint<?>> endpoints, SignatureV4 signatures) {
        this.endpoints = List.copyOf(endpoints);
        this.signatures = signatures;
    }

    boolean takes(HttpRequest request) {
        return request.method().equals("POST") && called(request).isPresent();
    }

    private Optional<Endpoint<?>> called(HttpRequest request) {
        var path = PATH.matcher(request.path());
        return path.matches()
                ? endpoints.stream()
                        .filter(each -> each.isTargetOf(path.group(1) + "." + path.group(2)))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    HttpResponse answer(HttpRequest request, String requestId) {
        var endpoint = called(request).orElseThrow();
        var operation = request.path().substring(request.path().lastIndexOf('/') + 1);
        var protocol = new RpcCbor(endpoint.model());
        try {
            var body = read(request, endpoint.service().bodyLimitBytes(operation));
            if (body.isEmpty()) {
                return Answers.of(413, "", new byte[0], requestId);
            }
            if (!request.headers().first("Smithy-Protocol").equals(Optional.of(RpcCbor.NAME))) {
                throw CoralErrors.unknownOperation();
            }
            endpoint.operation(operation);
            var caller = signatures.verify(request, body.get(), endpoint.service().signingName());
            var input =
                    protocol.read(
                            request, body.get(), endpoint.service().bodyLimitBytes(operation));
            var output = Gate.perform(caller, endpoint, operation, input, requestId);
            return protocol.answer(operation, endpoint.tree(output), requestId);
        } catch (AwsException refusal) {
            return protocol.refuse(request, refusal, requestId);
        } catch (IOException gone) {
            isGone(gone, requestId);
            return Answers.of(400, "", new byte[0], requestId);
        } catch (RuntimeException | StackOverflowError failure) {
            return protocol.refuse(request, failure(failure, requestId, operation), requestId);
        }
    }
}
