package groundschool.emulator.apigateway.template;

import groundschool.emulator.apigateway.serve.UrlText;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// `$util`: what templates do with texts.
///
/// Source: [$util
/// functions](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#util-template-reference)
public final class UtilVariable {

    /// A text as it may stand in a string of JavaScript.
    public String escapeJavaScript(@Nullable Object value) {
        var escaped = new StringBuilder();
        for (char c : text(value).toCharArray()) {
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\'' -> escaped.append("\\'");
                case '\\' -> escaped.append("\\\\");
                case '/' -> escaped.append("\\/");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\b' -> escaped.append("\\b");
                case '\f' -> escaped.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        escaped.append("\\u%04X".formatted((int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /// What is not there is written as nothing.
    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    /// A text of JSON as an object.
    public @Nullable Object parseJson(@Nullable Object text) {
        try {
            return JsonList.of(Json.mapper().readTree(String.valueOf(text)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    public String urlEncode(@Nullable Object text) {
        return UrlText.encode(text(text));
    }

    public String urlDecode(@Nullable Object text) {
        return UrlText.decode(text(text));
    }

    public String base64Encode(@Nullable Object text) {
        return Base64.getEncoder().encodeToString(text(text).getBytes(StandardCharsets.UTF_8));
    }

    public String base64Decode(@Nullable Object text) {
        return new String(Base64.getDecoder().decode(text(text)), StandardCharsets.UTF_8);
    }
}
