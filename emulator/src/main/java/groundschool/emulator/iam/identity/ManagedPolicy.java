package groundschool.emulator.iam.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A policy that stands by itself and can be attached: one of the account's own, or one of AWS's.
///
/// Source: [Managed
/// policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html)
///
/// @param id beginning with `ANPA`
/// @param nextVersion the number that the next version gets: numbers are never used again
/// @param versions oldest first, at least one
public record ManagedPolicy(
        String path,
        String name,
        String id,
        String arn,
        Optional<String> description,
        List<Tag> tags,
        Instant createdAt,
        Instant updatedAt,
        String defaultVersion,
        int nextVersion,
        List<Version> versions) {

    public ManagedPolicy {
        tags = List.copyOf(tags);
        versions = List.copyOf(versions);
    }

    /// One edition of its document.
    ///
    /// @param id `v1`, `v2` …
    public record Version(String id, String document, Instant createdAt) {}

    /// The document that counts.
    public String document() {
        return version(defaultVersion).orElseThrow().document();
    }

    public Optional<Version> version(String versionId) {
        return versions.stream().filter(version -> version.id().equals(versionId)).findFirst();
    }

    public ManagedPolicy tagged(List<Tag> others) {
        return new ManagedPolicy(
                path,
                name,
                id,
                arn,
                description,
                others,
                createdAt,
                updatedAt,
                defaultVersion,
                nextVersion,
                versions);
    }

    /// With other versions.
    public ManagedPolicy with(
            List<Version> others, String otherDefault, int otherNext, Instant now) {
        return new ManagedPolicy(
                path,
                name,
                id,
                arn,
                description,
                tags,
                createdAt,
                now,
                otherDefault,
                otherNext,
                others);
    }
}
