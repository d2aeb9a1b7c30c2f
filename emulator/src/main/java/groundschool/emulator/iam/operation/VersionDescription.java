package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.identity.ManagedPolicy;
import java.time.Instant;
import java.util.Optional;

/// One version of a managed policy, as IAM shows it.
///
/// Source:
/// [PolicyVersion](https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html)
///
/// @param document encoded as IAM encodes policies; only where one version is asked for
public record VersionDescription(
        Optional<String> document, String versionId, boolean isDefaultVersion, Instant createDate) {

    static VersionDescription whole(ManagedPolicy policy, ManagedPolicy.Version version) {
        return of(policy, version, Optional.of(PolicyText.encoded(version.document())));
    }

    static VersionDescription listed(ManagedPolicy policy, ManagedPolicy.Version version) {
        return of(policy, version, Optional.empty());
    }

    private static VersionDescription of(
            ManagedPolicy policy, ManagedPolicy.Version version, Optional<String> document) {
        return new VersionDescription(
                document,
                version.id(),
                version.id().equals(policy.defaultVersion()),
                version.createdAt());
    }
}
