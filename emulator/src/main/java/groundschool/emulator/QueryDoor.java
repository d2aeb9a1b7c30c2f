package groundschool.emulator;

import groundschool.emulator.wire.Answers;
import groundschool.emulator.wire.AwsQuery;
import groundschool.emulator.wire.FormFields;
import groundschool.emulator.wire.QueryErrors;
import groundschool.emulator.wire.RequestIds;
import groundschool.emulator.wire.SignatureV4;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where requests with an operation in the field `Action` come in: forms, or queries of a GET.
final class QueryDoor extends Door {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String NO_SERVICE = "http://webservices.amazon.com/AWSFault/2005-15-09";

    private final List<Endpoint<?>> endpoints;
    private final SignatureV4 signatures;
    private final Strangers strangers;

    /// @param endpoints of services that speak awsQuery
    QueryDoor(List<Endpoint<?>> endpoints, SignatureV4 signatures, Strangers strangers) {
        this.strangers = strangers;
        this.endpoints = List.copyOf(endpoints);
        this.signatures = signatures;
    }

    /// Whether a request is one for this door, as far as can be told without its body.
    boolean takes(HttpRequest request) {
        if (request.headers().first("X-Amz-Target").isPresent()) {
            return false;
        }
        var signedFor = SignatureV4.serviceOf(request);
        var isOurs =
                signedFor.isEmpty()
                        || endpoints.stream()
                                .anyMatch(each ->
                                        each.service().signingName().equals(signedFor.get()));
        return isOurs
                && switch (request.method()) {
                    case "GET" -> FormFields.of(request.query()).get("Action").isPresent();
                    case "POST" ->
                            request.headers()
                                    .first("Content-Type")
                                    .map(type -> type.toLowerCase(Locale.ROOT).startsWith(FORM))
                                    .orElse(false);
                    default -> false;
                };
    }

    @Override
    HttpResponse answer(HttpRequest request, String jsonRequestId) {
        var requestId = RequestIds.uuid();
        try {
            var body = read(request, Service.USUAL_BODY_BYTES);
            if (body.isEmpty()) {
                return Answers.of(413, "", new byte[0], requestId);
            }
            var sent = body.get();
            var fields =
                    request.method().equals("GET")
                            ? FormFields.of(request.query())
                            : FormFields.of(sent);
            if (fields.get("Action").isEmpty() && SignatureV4.serviceOf(request).isEmpty()) {
                return Answers.unknownOperation(jsonRequestId);
            }
            return called(request, fields)
                    .map(endpoint -> answer(request, sent, fields, endpoint, requestId))
                    .orElseGet(() -> AwsQuery.refuse(NO_SERVICE, invalid(fields), requestId));
        } catch (IOException gone) {
            isGone(gone, requestId);
            return Answers.of(400, "", new byte[0], requestId);
        }
    }

    /// The service that was signed for, or else the one whose version is named.
    private Optional<Endpoint<?>> called(HttpRequest request, FormFields fields) {
        var signedFor = SignatureV4.serviceOf(request);
        var version = fields.get("Version").orElse("");
        return endpoints.stream()
                .filter(each ->
                        signedFor
                                .map(name -> each.service().signingName().equals(name))
                                .orElseGet(() -> each.isVersion(version)))
                .findFirst();
    }

    private HttpResponse answer(
            HttpRequest request,
            byte[] body,
            FormFields fields,
            Endpoint<?> endpoint,
            String requestId) {
        var protocol = protocol(endpoint);
        var operation = fields.get("Action").orElse("");
        try {
            if (operation.isEmpty()) {
                throw QueryErrors.missingAction();
            }
            var known = endpoint.model().operation(operation);
            if (known.isEmpty() || !endpoint.isVersion(fields.get("Version").orElse(""))) {
                throw invalid(fields);
            }
            endpoint.operation(operation);
            var caller =
                    known.get().signed()
                            ? signatures.verify(request, body, endpoint.service().signingName())
                            : stranger(request, endpoint, operation, fields);
            var output =
                    Gate.perform(
                            caller,
                            endpoint,
                            operation,
                            protocol.read(operation, fields),
                            requestId);
            return protocol.answer(operation, endpoint.tree(output), requestId);
        } catch (AwsException refusal) {
            return protocol.refuse(request, refusal, requestId);
        } catch (RuntimeException | StackOverflowError failure) {
            return protocol.refuse(request, failure(failure, requestId, operation), requestId);
        }
    }

    /// Whoever sends a request that AWS wants no signature of.
    private Caller stranger(
            HttpRequest request, Endpoint<?> endpoint, String operation, FormFields fields) {
        return strangers
                .caller(
                        endpoint,
                        operation,
                        protocol(endpoint).read(operation, fields),
                        request.headers().first("User-Agent").orElse(""))
                .from(request.source());
    }

    private static AwsException invalid(FormFields fields) {
        return QueryErrors.invalidAction(
                fields.get("Action").orElse(""),
                fields.get("Version").orElse("NO_VERSION_SPECIFIED"));
    }

    private static AwsQuery protocol(Endpoint<?> endpoint) {
        if (endpoint.protocol() instanceof AwsQuery query) {
            return query;
        }
        throw new IllegalStateException(endpoint.service().name() + " speaks no awsQuery");
    }
}
