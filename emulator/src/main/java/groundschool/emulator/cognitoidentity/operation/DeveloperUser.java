package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.Identity;
import groundschool.emulator.cognitoidentity.Identity.Link;
import groundschool.emulator.cognitoidentity.IdentityPool;
import groundschool.emulator.cognitoidentity.IdentityPools;

/// Somebody whom a developer's own users are called by.
final class DeveloperUser {

    private DeveloperUser() {}

    /// The name of a pool's provider of those.
    ///
    /// @throws AwsException if it has none
    static String provider(IdentityPool pool) {
        return pool.settings()
                .developerProvider()
                .orElseThrow(() ->
                        CognitoIdentityErrors.invalidParameter(
                                "The identity pool has no developer provider."));
    }

    /// The provider that a request names.
    ///
    /// @throws AwsException if it is not the pool's
    static String provider(String named, IdentityPool pool) {
        if (!provider(pool).equals(named)) {
            throw CognitoIdentityErrors.invalidParameter(
                    "The developer provider name is not that of the identity pool.");
        }
        return named;
    }

    /// Who is called so.
    ///
    /// @throws AwsException if nobody is
    static Identity who(Link link, IdentityPool pool, IdentityPools pools) {
        return pools.whoHas(link, pool)
                .orElseThrow(() ->
                        new AwsException(
                                400,
                                "ResourceNotFoundException",
                                "Developer user identifier '%s' not found."
                                        .formatted(link.subject())));
    }
}
