package groundschool.emulator.s3.site;

import groundschool.emulator.s3.S3Errors;
import java.util.List;
import java.util.Optional;

/// How a bucket answers as a site.
///
/// Source: [Hosting a static
/// website](https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html)
public record WebsiteConfiguration(
        Optional<ErrorDocument> errorDocument,
        Optional<IndexDocument> indexDocument,
        Optional<RedirectAll> redirectAllRequestsTo,
        Optional<List<RoutingRule>> routingRules) {

    private static final int MOST_RULES = 50;

    public record ErrorDocument(String key) {}

    public record IndexDocument(String suffix) {}

    public record RedirectAll(String hostName, Optional<String> protocol) {}

    public record RoutingRule(Optional<Condition> condition, Redirect redirect) {

        private boolean isBefore(String key) {
            return condition.flatMap(Condition::httpErrorCodeReturnedEquals).isEmpty()
                    && hasPrefix(key);
        }

        private boolean isAfter(String key, int status) {
            return condition
                            .flatMap(Condition::httpErrorCodeReturnedEquals)
                            .filter(Integer.toString(status)::equals)
                            .isPresent()
                    && hasPrefix(key);
        }

        private boolean hasPrefix(String key) {
            return key.startsWith(prefix());
        }

        String prefix() {
            return condition.flatMap(Condition::keyPrefixEquals).orElse("");
        }
    }

    public record Condition(
            Optional<String> httpErrorCodeReturnedEquals, Optional<String> keyPrefixEquals) {}

    public record Redirect(
            Optional<String> hostName,
            Optional<String> httpRedirectCode,
            Optional<String> protocol,
            Optional<String> replaceKeyPrefixWith,
            Optional<String> replaceKeyWith) {}

    /// The first rule that is about a request.
    ///
    /// @param status of the error that it came to; absent before it is known
    public Optional<RoutingRule> rule(String key, Optional<Integer> status) {
        return routingRules.orElse(List.of()).stream()
                .filter(rule ->
                        status.map(code -> rule.isAfter(key, code))
                                .orElseGet(() -> rule.isBefore(key)))
                .findFirst();
    }

    /// Holds it against the rules.
    ///
    /// @throws groundschool.emulator.AwsException if it breaks one
    public void check() {
        if (redirectAllRequestsTo.isPresent()) {
            if (errorDocument.isPresent()
                    || indexDocument.isPresent()
                    || routingRules.isPresent()) {
                throw S3Errors.invalidArgument(
                        "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.",
                        "RedirectAllRequestsTo",
                        "not null");
            }
            checkProtocol(redirectAllRequestsTo.flatMap(RedirectAll::protocol));
            return;
        }
        if (indexDocument.isEmpty()) {
            throw S3Errors.invalidArgument(
                    "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty",
                    "IndexDocument",
                    "null");
        }
        var suffix = indexDocument.get().suffix();
        if (suffix.isEmpty() || suffix.contains("/")) {
            throw S3Errors.invalidArgument(
                    "The IndexDocument Suffix is not well formed", "IndexDocument", suffix);
        }
        if (errorDocument.filter(document -> document.key().isEmpty()).isPresent()) {
            throw S3Errors.invalidArgument(
                    "The ErrorDocument Key is not well formed", "ErrorDocument", "");
        }
        var rules = routingRules.orElse(List.of());
        if (routingRules.isPresent() && rules.isEmpty()) {
            throw S3Errors.malformedXml();
        }
        if (rules.size() > MOST_RULES) {
            throw S3Errors.invalidArgument(
                    "%d routing rules provided, the number of routing rules in a website configuration is limited to %d."
                            .formatted(rules.size(), MOST_RULES),
                    "RoutingRules");
        }
        rules.forEach(WebsiteConfiguration::check);
    }

    private static void check(RoutingRule rule) {
        var redirect = rule.redirect();
        if (redirect.replaceKeyPrefixWith().isPresent() && redirect.replaceKeyWith().isPresent()) {
            throw S3Errors.invalidRequest(
                    "You can only define ReplaceKeyPrefix or ReplaceKey but not both.");
        }
        if (rule.condition().isPresent()
                && rule.condition().get().httpErrorCodeReturnedEquals().isEmpty()
                && rule.condition().get().keyPrefixEquals().isEmpty()) {
            throw S3Errors.invalidRequest(
                    "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present.");
        }
        rule.condition()
                .flatMap(Condition::httpErrorCodeReturnedEquals)
                .filter(code -> !code.matches("[45]\\d\\d"))
                .ifPresent(code -> {
                    throw S3Errors.invalidRequest(
                            "The provided HTTP error code (%s) is not valid. Valid codes are 4XX or 5XX."
                                    .formatted(code));
                });
        redirect.httpRedirectCode()
                .filter(code -> !code.matches("3\\d\\d"))
                .ifPresent(code -> {
                    throw S3Errors.invalidRequest(
                            "The provided HTTP redirect code (%s) is not valid. Valid codes are 3XX except 300."
                                    .formatted(code));
                });
        checkProtocol(redirect.protocol());
    }

    private static void checkProtocol(Optional<String> protocol) {
        protocol.filter(name -> !name.equals("http") && !name.equals("https"))
                .ifPresent(_ -> {
                    throw S3Errors.invalidRequest(
                            "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically.");
                });
    }
}
