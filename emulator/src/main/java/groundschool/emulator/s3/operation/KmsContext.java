package groundschool.emulator.s3.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.s3.S3Errors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The encryption context that a request sends: JSON of texts by name, in base64.
final class KmsContext {

    private static final String HEADER = "x-amz-server-side-encryption-context";

    private KmsContext() {}

    /// @throws AwsException if it is none
    static Optional<Map<String, String>> of(Encrypted request) {
        return request.ssekmsEncryptionContext().map(KmsContext::read);
    }

    private static Map<String, String> read(String base64) {
        try {
            var json = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            var tree = JsonMapper.shared().readTree(json);
            boolean isOfTexts =
                    tree.isObject()
                            && tree.properties().stream()
                                    .allMatch(each -> each.getValue().isString());
            if (!isOfTexts) {
                throw invalid(base64);
            }
            var context = new LinkedHashMap<String, String>();
            tree.properties()
                    .forEach(each -> context.put(each.getKey(), each.getValue().asString()));
            return context;
        } catch (IllegalArgumentException | JacksonException e) {
            throw invalid(base64);
        }
    }

    private static AwsException invalid(String value) {
        return S3Errors.invalidArgument(
                "The header '%s' shall be Base64-encoded UTF-8 string holding JSON which represents a string-string map"
                        .formatted(HEADER),
                HEADER,
                value);
    }
}
