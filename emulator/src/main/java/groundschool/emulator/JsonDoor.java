package groundschool.emulator;

import groundschool.emulator.wire.Answers;
import groundschool.emulator.wire.AwsJson;
import groundschool.emulator.wire.ContentEncoding;
import groundschool.emulator.wire.CoralErrors;
import groundschool.emulator.wire.SignatureV4;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Where requests with an operation in `X-Amz-Target` come in, and whatever no other door takes.
final class JsonDoor extends Door {

    private final List<Endpoint<?>> endpoints;

    /// The service that answers what names none.
    private final Endpoint<?> usual;

    private final SignatureV4 signatures;
    private final Strangers strangers;

    /// @param endpoints of services that speak JSON, first the one that answers what names none
    JsonDoor(List<Endpoint<?>> endpoints, SignatureV4 signatures, Strangers strangers) {
        this.endpoints = List.copyOf(endpoints);
        this.usual = endpoints.getFirst();
        this.signatures = signatures;
        this.strangers = strangers;
    }

    /// Looks at things in the order in which DynamoDB does: method, length, type of content, JSON,
    /// target, signature, and then the input.
    @Override
    HttpResponse answer(HttpRequest request, String requestId) {
        if (!request.method().equals("POST")) {
            return Answers.unknownOperation(requestId);
        }
        var target = request.headers().first("X-Amz-Target").orElse("");
        var addressed = endpoints.stream().filter(each -> each.isTargetOf(target)).findFirst();
        var protocol = protocol(addressed.orElse(usual));
        try {
            var limit = bodyLimitBytes(addressed.orElse(usual), target);
            var body = read(request, limit);
            var plain = body.flatMap(sent -> ContentEncoding.unpack(request, sent, limit));
            if (body.isEmpty() || plain.isEmpty()) {
                return Answers.of(413, "", new byte[0], requestId);
            }
            if (body.get().length > 0
                    && !protocol.accepts(request.headers().first("Content-Type").orElse(""))) {
                return Answers.unknownOperation(requestId);
            }
            var input = plain.filter(text -> text.length > 0).map(protocol::read);
            return answer(request, body.get(), input, addressed, protocol, target, requestId);
        } catch (AwsException refusal) {
            return protocol.refuse(request, refusal, requestId);
        } catch (IOException gone) {
            isGone(gone, requestId);
            return Answers.of(400, "", new byte[0], requestId);
        } catch (RuntimeException | StackOverflowError failure) {
            return protocol.refuse(request, failure(failure, requestId, target), requestId);
        }
    }

    private HttpResponse answer(
            HttpRequest request,
            byte[] body,
            Optional<JsonNode> input,
            Optional<Endpoint<?>> addressed,
            AwsJson protocol,
            String target,
            String requestId) {
        var endpoint = addressed.orElseThrow(CoralErrors::unknownOperation);
        var operation = endpoint.operationOf(target);
        var isSigned = endpoint.model().operation(operation).orElseThrow().signed();
        var caller =
                isSigned
                        ? signatures.verify(request, body, endpoint.service().signingName())
                        : strangers.caller(
                                request,
                                endpoint,
                                operation,
                                input.orElseThrow(CoralErrors::serialization));
        var output =
                Gate.perform(
                        caller,
                        endpoint,
                        operation,
                        input.orElseThrow(CoralErrors::serialization),
                        requestId);
        return protocol.answer(request, endpoint.write(output), requestId);
    }

    private static AwsJson protocol(Endpoint<?> endpoint) {
        if (endpoint.protocol() instanceof AwsJson json) {
            return json;
        }
        throw new IllegalStateException(endpoint.service().name() + " speaks no JSON");
    }

    private static long bodyLimitBytes(Endpoint<?> endpoint, String target) {
        return endpoint.service().bodyLimitBytes(target.substring(target.indexOf('.') + 1));
    }
}
