package groundschool.emulator.s3.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where a site leads to.
///
/// @param host of the site, with its port
/// @param root what stands before the site's paths; empty at a name of its own
public record SiteRedirect(String host, String root) {

    /// Where all requests go.
    public String to(WebsiteConfiguration.RedirectAll all, String key) {
        return "%s://%s/%s".formatted(all.protocol().orElse("http"), all.hostName(), encoded(key));
    }

    /// Where a rule leads.
    public String to(WebsiteConfiguration.RoutingRule rule, String key) {
        var redirect = rule.redirect();
        var target =
                redirect.replaceKeyWith()
                        .orElseGet(() ->
                                redirect.replaceKeyPrefixWith()
                                        .map(prefix ->
                                                prefix + key.substring(rule.prefix().length()))
                                        .orElse(key));
        boolean isHere = redirect.hostName().isEmpty();
        return "%s://%s%s/%s"
                .formatted(
                        redirect.protocol().orElse("http"),
                        redirect.hostName().orElse(host),
                        isHere ? root : "",
                        encoded(target));
    }

    /// The status with which a rule leads there.
    public int status(WebsiteConfiguration.RoutingRule rule) {
        return rule.redirect().httpRedirectCode().map(Integer::parseInt).orElse(301);
    }

    /// Another place on the same site, or wherever an object says.
    public String at(String location) {
        return location.startsWith("/") ? root + encoded(location) : location;
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20");
    }
}
