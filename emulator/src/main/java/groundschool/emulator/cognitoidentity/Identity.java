package groundschool.emulator.cognitoidentity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Somebody whom a pool knows, by the ways in which they sign in.
///
/// @param id a Region and a UUID
/// @param logins none for a guest
public record Identity(
        String id, String poolId, List<Link> logins, Instant createdAt, Instant modifiedAt) {

    public Identity {
        logins = List.copyOf(logins);
    }

    /// A way to sign in.
    ///
    /// @param provider such as `cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc`
    /// @param subject who it is, as the provider says
    public record Link(String provider, String subject) {}

    public boolean isGuest() {
        return logins.isEmpty();
    }

    /// The names of the providers.
    public List<String> providers() {
        return logins.stream().map(Link::provider).distinct().toList();
    }

    Identity with(Link link, Instant now) {
        var more = new ArrayList<>(logins);
        more.add(link);
        return new Identity(id, poolId, more, createdAt, now);
    }

    Identity without(Link link, Instant now) {
        var fewer = new ArrayList<>(logins);
        fewer.remove(link);
        return new Identity(id, poolId, fewer, createdAt, now);
    }
}
