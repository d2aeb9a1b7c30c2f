package groundschool.emulator.iam.saml;

import groundschool.emulator.iam.identity.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An identity provider that speaks SAML 2.0, as its metadata describe it.
///
/// Source: [Create a SAML identity provider in
/// IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html)
///
/// @param uuid what AWS tells providers apart by, also those of one name
/// @param metadata XML
/// @param validUntil when the metadata are out of date
/// @param encryption `Allowed` or `Required`, if it was said
public record SamlProvider(
        String name,
        String uuid,
        String metadata,
        Instant createdAt,
        Instant validUntil,
        Optional<String> encryption,
        List<Tag> tags) {

    public SamlProvider {
        tags = List.copyOf(tags);
    }

    /// Its ARN in that account.
    public String arn(String account) {
        return "arn:aws:iam::" + account + ":saml-provider/" + name;
    }

    public SamlProvider describedBy(String other, Instant otherValidUntil) {
        return new SamlProvider(name, uuid, other, createdAt, otherValidUntil, encryption, tags);
    }

    public SamlProvider encrypting(Optional<String> other) {
        return new SamlProvider(name, uuid, metadata, createdAt, validUntil, other, tags);
    }

    public SamlProvider tagged(List<Tag> others) {
        return new SamlProvider(name, uuid, metadata, createdAt, validUntil, encryption, others);
    }
}
