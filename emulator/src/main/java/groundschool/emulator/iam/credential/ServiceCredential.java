package groundschool.emulator.iam.credential;

import java.time.Instant;
import java.util.Optional;

/// What a user signs in to a single service with: a name and a password, or an API key. The secret
/// is shown once and not kept: the services that would ask for it are not here.
///
/// Source: [Service-specific
/// credentials](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html)
///
/// @param id beginning with `ACCA`
/// @param service such as `codecommit.amazonaws.com`
/// @param userId whose it is
/// @param name that the user signs in with, or the API key's alias
/// @param expiresAt absent if it does not
public record ServiceCredential(
        String id,
        String service,
        String userId,
        String name,
        boolean isActive,
        Instant createdAt,
        Optional<Instant> expiresAt) {

    public ServiceCredential active(boolean other) {
        return new ServiceCredential(id, service, userId, name, other, createdAt, expiresAt);
    }

    /// `Active`, `Inactive` or `Expired`.
    public String status(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent()
                ? "Expired"
                : isActive ? "Active" : "Inactive";
    }
}
