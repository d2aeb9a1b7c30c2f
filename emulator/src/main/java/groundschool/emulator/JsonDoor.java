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

    /// Whether no other door needs to be asked about a request, as is true of most.
    boolean isSureOf(HttpRequest request) {
        return request.path().equals("/")
                && request.method().equals("POST")
                && request.headers().first("X-Amz-Target").filter(this::isKnown).isPresent();
    }

    private boolean isKnown(String target) {
        return addressed(target).isPresent();
    }

    /// Looks at things in the order in which DynamoDB does: method, length, type of content, JSON,
    /// target, signature, and then the input.
    @Override
    HttpResponse answer(HttpRequest request, String requestId) {
        if (!request.method().equals("POST")) {
            return Answers.unknownOperation(requestId);
        }
        var target = request.headers().first("X-Amz-Target").orElse("");
        var addressed = addressed(target);
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
            var sent = new Sent(body.get(), plain.get(), input);
            return answer(request, sent, addressed, protocol, target, requestId);
        } catch (AwsException refusal) {
            return protocol.refuse(request, refusal, requestId);
        } catch (IOException gone) {
            isGone(gone, requestId);
            return Answers.of(400, "", new byte[0], requestId);
        } catch (RuntimeException | StackOverflowError failure) {
            return protocol.refuse(request, failure(failure, requestId, target), requestId);
        }
    }

    /// @param body as it came, perhaps compressed
    /// @param text of the input
    private record Sent(byte[] body, byte[] text, Optional<JsonNode> input) {}

    private HttpResponse answer(
            HttpRequest request,
            Sent sent,
            Optional<Endpoint<?>> addressed,
            AwsJson protocol,
            String target,
            String requestId) {
        var endpoint = addressed.orElseThrow(CoralErrors::unknownOperation);
        var operation = endpoint.operationOf(target);
        var isSigned = endpoint.model().operation(operation).orElseThrow().signed();
        var signer =
                isSigned
                        ? Optional.of(
                                signatures.verify(
                                        request, sent.body, endpoint.service().signingName()))
                        : Optional.<Caller>empty();
        var input = sent.input.orElseThrow(CoralErrors::serialization);
        var caller = signer.orElseGet(() -> strangers.caller(request, endpoint, operation, input));
        var bodies = new Bodies.Sent(endpoint, input, sent.text);
        var output = Gate.perform(caller, endpoint, operation, input, bodies, requestId);
        if (output instanceof Streamed streamed) {
            return protocol.stream(streamed.events().open(), requestId);
        }
        return protocol.answer(request, bodies.answer(output), requestId);
    }

    private Optional<Endpoint<?>> addressed(String target) {
        for (var endpoint : endpoints) {
            if (endpoint.isTargetOf(target)) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
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
