package groundschool.emulator.iam.identity;

import java.time.Instant;
import java.util.List;

/// An identity provider that speaks OpenID Connect, and that roles can trust.
///
/// Source: [Create an OpenID Connect (OIDC) identity provider in
/// IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html)
///
/// @param url as it was given, such as `https://id.example.com/pool`
/// @param clientIds whom its tokens may be meant for
/// @param thumbprints of certificates, which are kept and shown
public record OidcProvider(
        String url,
        List<String> clientIds,
        List<String> thumbprints,
        Instant createdAt,
        List<Tag> tags) {

    public OidcProvider {
        clientIds = List.copyOf(clientIds);
        thumbprints = List.copyOf(thumbprints);
        tags = List.copyOf(tags);
    }

    /// What it is called in ARNs and condition keys: its URL without scheme and query.
    public String name() {
        return nameOf(url);
    }

    /// What the provider of that URL is called.
    public static String nameOf(String url) {
        return url.replaceFirst("^https?://", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("/$", "");
    }

    /// Its ARN in that account.
    public String arn(String account) {
        return "arn:aws:iam::" + account + ":oidc-provider/" + name();
    }

    public OidcProvider forClients(List<String> others) {
        return new OidcProvider(url, others, thumbprints, createdAt, tags);
    }

    public OidcProvider withThumbprints(List<String> others) {
        return new OidcProvider(url, clientIds, others, createdAt, tags);
    }

    public OidcProvider tagged(List<Tag> others) {
        return new OidcProvider(url, clientIds, thumbprints, createdAt, others);
    }
}
