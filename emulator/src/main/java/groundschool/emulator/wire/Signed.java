package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request says about its signature, in its `Authorization` header or in its query.
///
/// @param algorithm `AWS4-HMAC-SHA256` if it is one that we know
/// @param credential key and scope, with slashes between
/// @param signedHeaders names, as sent
/// @param date as sent
/// @param token of temporary credentials
/// @param expiresSeconds how long a query's signature lasts, as sent; absent in headers
record Signed(
        String algorithm,
        String credential,
        List<String> signedHeaders,
        String signature,
        String date,
        Optional<String> token,
        Optional<String> expiresSeconds) {

    private static final List<String> IN_QUERY =
            List.of(
                    "X-Amz-Algorithm",
                    "X-Amz-Credential",
                    "X-Amz-Signature",
                    "X-Amz-SignedHeaders",
                    "X-Amz-Date");

    /// Reads it from wherever it is.
    ///
    /// @throws AwsException if it is in no place or in both, or lacks a part
    static Signed of(HttpRequest request) {
        var authorization = request.headers().first("Authorization");
        var query = QueryParameters.of(request.query());
        boolean inQuery = query.first("X-Amz-Algorithm").isPresent();
        if (authorization.isPresent() && inQuery) {
            throw SignatureErrors.inHeaderAndQuery();
        }
        if (inQuery) {
            return inQuery(query);
        }
        return inHeader(
                request,
                authorization
                        .filter(value -> value.strip().startsWith("AWS4-"))
                        .orElseThrow(SignatureErrors::missing));
    }

    private static Signed inHeader(HttpRequest request, String authorization) {
        var parts = parts(authorization);
        var date = request.headers().first("X-Amz-Date").or(() -> request.headers().first("Date"));
        var missing = new StringBuilder();
        for (var name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (parts.getOrDefault(name, "").isEmpty()) {
                missing.append("Authorization header requires '%s' parameter. ".formatted(name));
            }
        }
        if (date.isEmpty()) {
            missing.append(
                    "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
        }
        if (!missing.isEmpty()) {
            throw SignatureErrors.incomplete(missing + "Authorization=" + authorization);
        }
        return new Signed(
                authorization.strip().substring(0, endOfPiece(authorization.strip(), 0)),
                parts.getOrDefault("Credential", ""),
                List.of(parts.getOrDefault("SignedHeaders", "").split(";")),
                parts.getOrDefault("Signature", ""),
                date.orElseThrow(),
                request.headers().first("X-Amz-Security-Token"),
                Optional.empty());
    }

    /// The `name=value` parts after the algorithm, which commas or blanks divide.
    private static Map<String, String> parts(String authorization) {
        var parts = new HashMap<String, String>();
        var text = authorization.strip();
        int start = endOfPiece(text, 0);
        while (start < text.length()) {
            if (isBetweenPieces(text.charAt(start))) {
                start++;
                continue;
            }
            int end = endOfPiece(text, start);
            int equals = text.indexOf('=', start, end);
            if (equals < 0) {
                throw SignatureErrors.noKeyValuePair(text.substring(start, end), authorization);
            }
            parts.put(text.substring(start, equals), text.substring(equals + 1, end));
            start = end;
        }
        return parts;
    }

    private static int endOfPiece(String text, int start) {
        int end = start;
        while (end < text.length() && !isBetweenPieces(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBetweenPieces(char c) {
        return c == ' ' || c == ',';
    }

    private static Signed inQuery(QueryParameters query) {
        var missing = new ArrayList<String>();
        for (var name : IN_QUERY) {
            if (query.first(name).orElse("").isEmpty()) {
                missing.add("AWS query-string parameters must include '%s'. ".formatted(name));
            }
        }
        if (!missing.isEmpty()) {
            throw SignatureErrors.incomplete(
                    String.join("", missing) + "Re-examine the query-string parameters.");
        }
        return new Signed(
                query.first("X-Amz-Algorithm").orElseThrow(),
                query.first("X-Amz-Credential").orElseThrow(),
                List.of(query.first("X-Amz-SignedHeaders").orElseThrow().split(";")),
                query.first("X-Amz-Signature").orElseThrow(),
                query.first("X-Amz-Date").orElseThrow(),
                query.first("X-Amz-Security-Token"),
                Optional.of(query.first("X-Amz-Expires").orElse("")));
    }

    boolean inQuery() {
        return expiresSeconds.isPresent();
    }

    boolean signs(String header) {
        for (var signed : signedHeaders) {
            if (header.equalsIgnoreCase(signed)) {
                return true;
            }
        }
        return false;
    }
}
