package groundschool.emulator.wire;

import groundschool.emulator.HttpRequest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A request in the one form that both sides sign.
///
/// Source: [Create a canonical
/// request](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request)
final class CanonicalRequest {

    private CanonicalRequest() {}

    /// @param signedHeaders as the client lists them
    /// @param payloadHash of the body, in hexadecimal digits, or S3's word for its absence
    /// @param pathForm how the service wants its paths
    static String of(
            HttpRequest request,
            List<String> signedHeaders,
            String payloadHash,
            PathForm pathForm) {
        var text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        text.append(pathForm.of(request.path())).append('\n');
        text.append(query(request.query())).append('\n');
        for (var name : signedHeaders) {
            text.append(name.toLowerCase(Locale.ROOT)).append(':');
            text.append(header(request, name)).append('\n');
        }
        text.append('\n');
        for (int i = 0; i < signedHeaders.size(); i++) {
            text.append(i == 0 ? "" : ";").append(signedHeaders.get(i).toLowerCase(Locale.ROOT));
        }
        text.append('\n');
        return text.append(payloadHash).toString();
    }

    /// What becomes of a path before it is signed.
    enum PathForm {
        /// S3 signs the path as it is sent, encoded once.
        AS_SENT {
            @Override
            String of(String path) {
                return UrlEncoding.encode(UrlEncoding.decode(path), "/");
            }
        },
        /// All others sign it without dots and double slashes, encoded once more.
        NORMALISED {
            @Override
            String of(String path) {
                return path.equals("/") ? path : UrlEncoding.encode(normalised(path), "/");
            }
        };

        abstract String of(String path);

        private static String normalised(String path) {
            var segments = new ArrayDeque<String>();
            for (var segment : path.split("/")) {
                if (segment.equals("..")) {
                    segments.pollLast();
                } else if (!segment.isEmpty() && !segment.equals(".")) {
                    segments.addLast(segment);
                }
            }
            var joined = "/" + String.join("/", segments);
            return path.endsWith("/") && joined.length() > 1 ? joined + "/" : joined;
        }
    }

    private static String query(String query) {
        if (query.isEmpty()) {
            return "";
        }
        return QueryParameters.of(query).parameters().stream()
                .filter(parameter -> !parameter.getKey().equals("X-Amz-Signature"))
                .map(parameter ->
                        Map.entry(
                                UrlEncoding.encode(parameter.getKey()),
                                UrlEncoding.encode(parameter.getValue())))
                // By name first: `select` comes before `select-type`, though `=` is behind `-`.
                .sorted(
                        Map.Entry.<String, String>comparingByKey()
                                .thenComparing(Map.Entry::getValue))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
    }

    /// All values of a header, without blanks around them and with single ones inside.
    private static String header(HttpRequest request, String name) {
        var values = request.headers().all(name);
        return values.size() == 1
                ? collapsed(values.getFirst())
                : values.stream().map(CanonicalRequest::collapsed).collect(Collectors.joining(","));
    }

    private static String collapsed(String value) {
        var stripped = value.strip();
        return stripped.contains("  ") ? stripped.replaceAll(" +", " ") : stripped;
    }
}
