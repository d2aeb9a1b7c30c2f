package groundschool.emulator;

import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.site.SiteRedirect;
import groundschool.emulator.s3.site.WebsiteConfiguration;
import groundschool.emulator.wire.S3Answers;
import groundschool.emulator.wire.S3Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Buckets as sites, at `shop.s3-website-eu-west-1.localhost`: with index documents, error
/// documents and redirects, and AWS's own pages where there is none. Whoever asks is a stranger.
///
/// Source: [Website
/// endpoints](https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html)
final class S3Site implements HostedThings {

    private static final String REDIRECT = "x-amz-website-redirect-location";

    private final S3Door buckets;

    S3Site(S3Door buckets) {
        this.buckets = buckets;
    }

    @Override
    public String service() {
        return "s3-website";
    }

    @Override
    public HttpResponse answer(Hosted hosted, String ignored) {
        var requestId = S3Answers.requestId();
        var request = hosted.request();
        var target = S3Target.ofHost(hosted.host().name(), request);
        try {
            var bucket =
                    buckets.bucketOf(request, target)
                            .orElseThrow(() -> S3Errors.noSuchBucket(target.bucket().orElse("")));
            if (request.method().equals("OPTIONS")) {
                return S3Cors.preflight(request, Optional.of(bucket), "OBJECT", requestId);
            }
            var site =
                    bucket.setting(WebsiteConfiguration.class)
                            .orElseThrow(() ->
                                    S3Errors.noConfiguration(
                                            "NoSuchWebsiteConfiguration",
                                            "The specified bucket does not have a website configuration",
                                            bucket.name()));
            var visit = new Visit(hosted, target, site, requestId);
            return S3Cors.allow(request, Optional.of(bucket), visit.answer());
        } catch (AwsException refusal) {
            return page(request, refusal, requestId, Optional.empty());
        }
    }

    /// One request to a site.
    private final class Visit {

        private final HttpRequest request;
        private final S3Target target;
        private final WebsiteConfiguration site;
        private final String requestId;
        private final SiteRedirect redirect;

        Visit(Hosted hosted, S3Target target, WebsiteConfiguration site, String requestId) {
            this.request = hosted.request();
            this.target = target;
            this.site = site;
            this.requestId = requestId;
            // Below a path that stands for the host, the site's root is that path.
            this.redirect =
                    new SiteRedirect(
                            request.headers().first("Host").orElse("localhost"),
                            hosted.byPath() ? hosted.host().path() : "");
        }

        HttpResponse answer() {
            var key = target.key().orElse("");
            if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
                return page(
                        request,
                        new AwsException(
                                405,
                                "MethodNotAllowed",
                                "The specified method is not allowed against this resource.",
                                Map.of("Method", request.method(), "ResourceType", "OBJECT")),
                        requestId,
                        Optional.empty());
            }
            var all = site.redirectAllRequestsTo();
            if (all.isPresent()) {
                return moved(301, redirect.to(all.get(), key));
            }
            var rule = site.rule(key, Optional.empty());
            return rule.isPresent()
                    ? moved(redirect.status(rule.get()), redirect.to(rule.get(), key))
                    : object(key);
        }

        private HttpResponse object(String key) {
            var index = site.indexDocument().orElseThrow().suffix();
            var named = key.isEmpty() || key.endsWith("/") ? key + index : key;
            try {
                var found = buckets.object(request, target.at(named), requestId);
                var elsewhere = found.headers().first(REDIRECT);
                return elsewhere.isPresent() ? moved(301, redirect.at(elsewhere.get())) : found;
            } catch (AwsException refusal) {
                if (refusal.status() == 304 || refusal.status() == 412 || refusal.status() == 416) {
                    throw refusal;
                }
                if (named.equals(key) && isThere(key + "/" + index)) {
                    return moved(302, redirect.at("/" + key + "/"));
                }
                return error(key, refusal);
            }
        }

        private boolean isThere(String key) {
            try {
                var head =
                        new HttpRequest(
                                "HEAD",
                                request.path(),
                                "",
                                Headers.none(),
                                request.body(),
                                request.source(),
                                request.entrance());
                buckets.object(head, target.at(key), requestId);
                return true;
            } catch (AwsException refusal) {
                return false;
            }
        }

        private HttpResponse error(String key, AwsException refusal) {
            var rule = site.rule(key, Optional.of(refusal.status()));
            if (rule.isPresent()) {
                return moved(redirect.status(rule.get()), redirect.to(rule.get(), key));
            }
            var document = site.errorDocument();
            if (document.isEmpty()) {
                return page(request, refusal, requestId, Optional.empty());
            }
            try {
                var plain =
                        request.without("If-None-Match", "If-Modified-Since", "If-Match", "Range");
                var found = buckets.object(plain, target.at(document.get().key()), requestId);
                return new HttpResponse(
                        refusal.status(), found.headers(), found.length(), found.body());
            } catch (AwsException alsoMissing) {
                return page(request, refusal, requestId, Optional.of(alsoMissing));
            }
        }

        private HttpResponse moved(int status, String location) {
            return HttpResponse.of(
                    status, S3Answers.headers(requestId).with("Location", location), new byte[0]);
        }
    }

    /// AWS's page about an error.
    ///
    /// @param second what went wrong with the error document
    private static HttpResponse page(
            HttpRequest request,
            AwsException refusal,
            String requestId,
            Optional<AwsException> second) {
        var named = S3Answers.asRefusal(refusal);
        var title = named.status() + " " + reason(named.status());
        var html = new StringBuilder();
        html.append("<html>\n<head><title>").append(title).append("</title></head>\n<body>\n<h1>");
        html.append(title).append("</h1>\n<ul>\n");
        list(html, named);
        html.append("<li>RequestId: ").append(requestId).append("</li>\n");
        html.append("<li>HostId: ").append(S3Answers.host(requestId)).append("</li>\n</ul>\n");
        second.map(S3Answers::asRefusal)
                .ifPresent(other -> {
                    html.append(
                            "<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>\n<ul>\n");
                    list(html, other);
                    html.append("</ul>\n");
                });
        html.append("<hr/>\n</body>\n</html>\n");
        var headers =
                S3Answers.headers(requestId)
                        .with("Content-Type", "text/html; charset=utf-8")
                        .with("x-amz-error-code", named.code())
                        .with("x-amz-error-message", named.message());
        var bytes = html.toString().getBytes(StandardCharsets.UTF_8);
        return HttpResponse.of(
                named.status(),
                headers,
                request.method().equals("HEAD") || named.status() == 304 ? new byte[0] : bytes);
    }

    private static void list(StringBuilder html, AwsException refusal) {
        html.append("<li>Code: ").append(refusal.code()).append("</li>\n");
        html.append("<li>Message: ").append(escaped(refusal.message())).append("</li>\n");
        for (var member : new TreeMap<>(refusal.members()).entrySet()) {
            if (!member.getKey().startsWith("header:")) {
                html.append("<li>").append(member.getKey()).append(": ");
                html.append(escaped(member.getValue().toString())).append("</li>\n");
            }
        }
    }

    private static String escaped(String text) {
        var escaped = text;
        for (var pair : List.of("&&amp;", "<&lt;", ">&gt;", "\"&quot;")) {
            escaped = escaped.replace(pair.substring(0, 1), pair.substring(1));
        }
        return escaped;
    }

    private static String reason(int status) {
        return switch (status) {
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 412 -> "Precondition Failed";
            case 416 -> "Requested Range Not Satisfiable";
            default -> "Internal Server Error";
        };
    }
}
