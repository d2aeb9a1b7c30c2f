package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a function answers to an HTTP API.
///
/// Source: [Lambda function response for format
/// 2.0](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response)
final class FunctionAnswer {

    private FunctionAnswer() {}

    /// @throws Refusal if it is not as it must be
    static Outgoing of(byte[] payload, String version) {
        JsonNode answer;
        try {
            answer = Json.mapper().readTree(payload);
        } catch (JacksonException _) {
            throw malformed();
        }
        if (version.equals("2.0") && !(answer.isObject() && answer.has("statusCode"))) {
            return plain(answer, payload);
        }
        if (!answer.isObject()) {
            throw malformed();
        }
        var headers = headers(answer);
        if (headers.last("content-type").isEmpty()) {
            headers = headers.with("content-type", "text/plain;charset=UTF-8");
        }
        return new Outgoing(status(answer.path("statusCode")), headers, body(answer));
    }

    /// An answer without a status is a body: of a text what it says, of all else its JSON.
    private static Outgoing plain(JsonNode answer, byte[] payload) {
        if (answer.has("errorMessage")) {
            // As it looks, the function has failed.
            throw malformed();
        }
        return new Outgoing(
                200,
                Fields.NO_HEADERS.with("content-type", "application/json"),
                answer.isString()
                        ? answer.stringValue().getBytes(StandardCharsets.UTF_8)
                        : payload);
    }

    private static int status(JsonNode code) {
        var text = code.asString("");
        if (!text.matches("[1-5][0-9][0-9]")) {
            throw malformed();
        }
        return Integer.parseInt(text);
    }

    private static Fields headers(JsonNode answer) {
        var fields = Fields.NO_HEADERS;
        for (var field : answer.path("multiValueHeaders").properties()) {
            if (!field.getValue().isArray()) {
                throw malformed();
            }
            for (var value : field.getValue()) {
                fields = fields.plus(field.getKey(), clean(value.asString("")));
            }
        }
        var several = fields;
        for (var field : answer.path("headers").properties()) {
            if (field.getValue().isContainer()) {
                throw malformed();
            }
            if (isSendable(field.getKey())) {
                var value = clean(field.getValue().asString(""));
                var others = several.all(field.getKey());
                if (others.isEmpty()) {
                    fields = fields.with(field.getKey(), value);
                } else if (!others.contains(value)) {
                    fields = fields.plus(field.getKey(), value);
                }
            }
        }
        var cookies = answer.path("cookies");
        if (!cookies.isMissingNode() && !cookies.isNull() && !cookies.isArray()) {
            throw malformed();
        }
        for (var cookie : cookies) {
            fields = fields.plus("set-cookie", clean(cookie.asString("")));
        }
        return fields;
    }

    private static boolean isSendable(String name) {
        return name.matches("[!-~&&[^:]]+")
                && !Set.of(
                                "connection",
                                "content-length",
                                "date",
                                "transfer-encoding",
                                "keep-alive")
                        .contains(name.toLowerCase(Locale.ROOT));
    }

    private static String clean(String value) {
        return value.replaceAll("[\\r\\n]+", " ");
    }

    private static byte[] body(JsonNode answer) {
        var body = answer.path("body");
        if (body.isContainer()) {
            throw malformed();
        }
        var text = body.asString("");
        if (!answer.path("isBase64Encoded").asBoolean(false)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return Refusal.internal(
                "The response from the Lambda function doesn't match the format that API Gateway expects.");
    }
}
