package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.cognitoidentity.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Somebody as the API tells it.
///
/// Source:
/// [IdentityDescription](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_IdentityDescription.html)
public record IdentityDescription(
        String identityId,
        Optional<List<String>> logins,
        Instant creationDate,
        Instant lastModifiedDate) {

    static IdentityDescription of(Identity identity) {
        return new IdentityDescription(
                identity.id(),
                Optional.of(identity.providers()).filter(all -> !all.isEmpty()),
                identity.createdAt(),
                identity.modifiedAt());
    }
}
