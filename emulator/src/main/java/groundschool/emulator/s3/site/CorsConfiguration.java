package groundschool.emulator.s3.site;

import groundschool.emulator.s3.S3Errors;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which pages of other origins may read a bucket's answers.
///
/// Source: [Using cross-origin resource
/// sharing](https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html)
public record CorsConfiguration(List<Rule> corsRules) {

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "HEAD");

    public CorsConfiguration {
        corsRules = List.copyOf(corsRules);
    }

    public record Rule(
            Optional<String> id,
            Optional<List<String>> allowedHeaders,
            List<String> allowedMethods,
            List<String> allowedOrigins,
            Optional<List<String>> exposeHeaders,
            Optional<Integer> maxAgeSeconds) {

        boolean allowsOrigin(String origin) {
            return allowedOrigins.stream().anyMatch(pattern -> matches(pattern, origin));
        }

        boolean allowsHeader(String header) {
            return allowedHeaders.orElse(List.of()).stream()
                    .anyMatch(pattern ->
                            matches(
                                    pattern.toLowerCase(Locale.ROOT),
                                    header.toLowerCase(Locale.ROOT)));
        }

        /// Whether it allows all, and so names none.
        boolean isForAll() {
            return allowedOrigins.contains("*");
        }

        private static boolean matches(String pattern, String text) {
            int star = pattern.indexOf('*');
            return star < 0
                    ? pattern.equals(text)
                    : text.length() >= pattern.length() - 1
                            && text.startsWith(pattern.substring(0, star))
                            && text.endsWith(pattern.substring(star + 1));
        }
    }

    /// @throws groundschool.emulator.AwsException if it breaks a rule
    public void check() {
        if (corsRules.isEmpty() || corsRules.size() > 100) {
            throw S3Errors.malformedXml();
        }
        for (var rule : corsRules) {
            for (var method : rule.allowedMethods()) {
                if (!METHODS.contains(method)) {
                    throw S3Errors.invalidRequest(
                            "Found unsupported HTTP method in CORS config. Unsupported method is "
                                    + method);
                }
            }
            for (var origin : rule.allowedOrigins()) {
                if (origin.indexOf('*') != origin.lastIndexOf('*')) {
                    throw S3Errors.invalidRequest(
                            "AllowedOrigin \"%s\" can not have more than one wildcard."
                                    .formatted(origin));
                }
            }
            for (var header : rule.allowedHeaders().orElse(List.of())) {
                if (header.indexOf('*') != header.lastIndexOf('*')) {
                    throw S3Errors.invalidRequest(
                            "AllowedHeader \"%s\" can not have more than one wildcard."
                                    .formatted(header));
                }
            }
        }
    }

    /// The first rule that is about a request.
    ///
    /// @param headers that a preflight asks for; none otherwise
    public Optional<Rule> rule(String origin, String method, List<String> headers) {
        return corsRules.stream()
                .filter(rule ->
                        rule.allowsOrigin(origin)
                                && rule.allowedMethods().contains(method)
                                && headers.stream().allMatch(rule::allowsHeader))
                .findFirst();
    }
}
