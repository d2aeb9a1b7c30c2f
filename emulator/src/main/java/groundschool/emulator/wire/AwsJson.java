package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// The protocols awsJson1_0 and awsJson1_1: POST to `/`, the operation in `X-Amz-Target`, JSON both
/// ways.
///
/// Source: [AWS JSON 1.0](https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html)
///
/// @param version `1.0` or `1.1`
/// @param namespace what stands before `#` in the `__type` of the service's own errors
/// @param queryCodes what errors are called in awsQuery, which a header says too; empty if the
///   service never spoke that
public record AwsJson(String version, String namespace, Map<String, String> queryCodes)
        implements Protocol {

    private static final JsonMapper JSON = Json.mapper();
    private static final ObjectReader READER =
            JSON.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// Whether a body of this type can hold an operation's input at all.
    ///
    /// @param contentType as sent; empty if nothing is said
    public boolean accepts(String contentType) {
        var type = mediaType(contentType);
        return type.equals(ownType()) || type.equals("application/json");
    }

    /// Reads an operation's input.
    ///
    /// @throws AwsException if it is no JSON object
    public JsonNode read(byte[] body) {
        try {
            var input = READER.<JsonNode>readValue(body);
            if (!input.isObject()) {
                throw CoralErrors.serialization();
            }
            return input;
        } catch (JacksonException e) {
            throw CoralErrors.serialization();
        }
    }

    /// Writes an answer.
    ///
    /// @param output the operation's output, already as JSON text
    public HttpResponse answer(HttpRequest request, byte[] output, String requestId) {
        return AnswerEncoding.answer(request, 200, answerType(request), output, requestId);
    }

    /// Writes an answer that is a stream of events.
    public HttpResponse stream(InputStream events, String requestId) {
        return new HttpResponse(
                200,
                Answers.headers(requestId).with("Content-Type", EventMessage.CONTENT_TYPE),
                HttpResponse.STREAMED,
                events);
    }

    @Override
    public AwsException named(AwsException refusal) {
        var code = queryCodes.getOrDefault(refusal.code(), refusal.code());
        return code.equals(refusal.code())
                ? refusal
                : new AwsException(refusal.status(), code, refusal.message(), refusal.members());
    }

    @Override
    public HttpResponse refuse(HttpRequest request, AwsException refusal, String requestId) {
        return withQueryCode(
                AnswerEncoding.answer(
                        request,
                        refusal.status(),
                        answerType(request),
                        JSON.writeValueAsBytes(body(refusal)),
                        requestId),
                refusal);
    }

    /// What an answer says of a refusal.
    JsonNode body(AwsException refusal) {
        var body = new LinkedHashMap<String, Object>();
        // With 1.0 the whole name of the shape, with 1.1 the last part of it.
        body.put(
                "__type",
                version.equals("1.1")
                        ? refusal.code()
                        : CoralErrors.type(refusal.code(), namespace));
        body.putAll(refusal.members());
        if (!refusal.message().isEmpty()) {
            body.put(CoralErrors.messageMember(refusal.code()), refusal.message());
        }
        return JSON.valueToTree(body);
    }

    HttpResponse withQueryCode(HttpResponse answer, AwsException refusal) {
        if (queryCodes.isEmpty()) {
            return answer;
        }
        var fault = refusal.status() < 500 ? ";Sender" : ";Receiver";
        return new HttpResponse(
                answer.status(),
                answer.headers().with("x-amzn-query-error", named(refusal).code() + fault),
                answer.length(),
                answer.body());
    }

    private String ownType() {
        return "application/x-amz-json-" + version;
    }

    /// The service answers in the type that it was asked in, and in plain JSON if that was none of
    /// its own.
    private String answerType(HttpRequest request) {
        var asked = mediaType(request.headers().first("Content-Type").orElse(""));
        return asked.equals(ownType()) ? asked : "application/json";
    }

    private static String mediaType(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
    }
}
