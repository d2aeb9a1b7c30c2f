package groundschool.emulator;

import groundschool.emulator.wire.Answers;
import groundschool.emulator.wire.ContentEncoding;
import groundschool.emulator.wire.RequestIds;
import groundschool.emulator.wire.Rest;
import groundschool.emulator.wire.RestErrors;
import groundschool.emulator.wire.SignatureV4;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Where requests come in whose method and path say which operation they are for.
final class RestDoor extends Door {

    private final List<Endpoint<?>> endpoints;
    private final SignatureV4 signatures;

    /// @param endpoints of services that are addressed by paths
    RestDoor(List<Endpoint<?>> endpoints, SignatureV4 signatures) {
        this.endpoints = List.copyOf(endpoints);
        this.signatures = signatures;
    }

    /// Whether a request is one for this door, as far as can be told without its body.
    boolean takes(HttpRequest request) {
        return request.headers().first("X-Amz-Target").isEmpty() && called(request).isPresent();
    }

    /// The service that was signed for, of several of one name the one whose paths begin so; or
    /// else the one whose paths begin so.
    private Optional<Endpoint<?>> called(HttpRequest request) {
        var signedFor = SignatureV4.serviceOf(request);
        if (signedFor.isEmpty()) {
            return endpoints.stream().filter(each -> each.isAt(request.path())).findFirst();
        }
        var meant =
                endpoints.stream()
                        .filter(each -> each.service().signingName().equals(signedFor.get()))
                        .toList();
        return meant.stream()
                .filter(each -> each.isAt(request.path()))
                .findFirst()
                .or(() -> meant.stream().findFirst());
    }

    @Override
    HttpResponse answer(HttpRequest request, String jsonRequestId) {
        return answer(request, request, called(request).orElseThrow());
    }

    /// The same for a service at a place of its own.
    ///
    /// @param request with the path that the service knows
    /// @param sent as it was signed; it has the same body
    HttpResponse answer(HttpRequest request, HttpRequest sent, Endpoint<?> endpoint) {
        var requestId = RequestIds.uuid();
        var protocol = protocol(endpoint);
        try {
            var match = protocol.match(request).orElseThrow(RestErrors::noOperation);
            endpoint.operation(match.operation());
            return answer(request, sent, endpoint, protocol, match, requestId);
        } catch (AwsException refusal) {
            return protocol.refuse(request, refusal, requestId);
        } catch (IOException gone) {
            isGone(gone, requestId);
            return Answers.of(400, "", new byte[0], requestId);
        } catch (RuntimeException | StackOverflowError failure) {
            return protocol.refuse(request, failure(failure, requestId, request.path()), requestId);
        }
    }

    /// The body is hashed as it came, and believed only once the signature is.
    private HttpResponse answer(
            HttpRequest request,
            HttpRequest asSent,
            Endpoint<?> endpoint,
            Rest protocol,
            Rest.Match match,
            String requestId)
            throws IOException {
        var name = endpoint.service().called(match.operation());
        long limit = endpoint.service().bodyLimitBytes(match.operation());
        var sent = read(request, limit).orElseThrow(() -> RestErrors.tooLarge(limit, name));
        var caller =
                signatures
                        .verify(asSent, sent, endpoint.service().signingName())
                        .traced(request.headers().first("X-Amzn-Trace-Id"));
        var plain =
                ContentEncoding.unpack(request, sent, limit)
                        .orElseThrow(() -> RestErrors.tooLarge(limit, name));
        var input = protocol.read(match, request, plain);
        var output = Gate.perform(caller, endpoint, match.operation(), input, requestId);
        var tree = endpoint.tree(output);
        return output instanceof Streamed streamed
                ? protocol.stream(match.operation(), tree, streamed.events().open(), requestId)
                : protocol.answer(match.operation(), tree, requestId);
    }

    private static Rest protocol(Endpoint<?> endpoint) {
        if (endpoint.protocol() instanceof Rest rest) {
            return rest;
        }
        throw new IllegalStateException(endpoint.service().name() + " is at no paths");
    }
}
