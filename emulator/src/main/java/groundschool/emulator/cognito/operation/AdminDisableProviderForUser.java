package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.federation.Identity;
import groundschool.emulator.cognito.pool.Pool;

/// Has somebody sign in no longer by an identity provider, or by a password.
///
/// Source:
/// [AdminDisableProviderForUser](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableProviderForUser.html)
public record AdminDisableProviderForUser(String userPoolId, ProviderUser user)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        if (user.isOwn()) {
            var own = pools.users(pool).named(user.value());
            pools.users(pool).put(own.withoutPassword(call.now()));
            return new Nothing();
        }
        pools.identityProviders(pool).named(user.provider());
        var identity =
                pools.identities(pool)
                        .find(
                                user.provider(),
                                user.providerAttributeName().orElse(Identity.SUBJECT),
                                user.value())
                        .orElseThrow(CognitoErrors::userNotFound);
        if (identity.primary()) {
            disable(pools, pool, identity, call);
        } else {
            unlink(pools, pool, identity, call);
        }
        return new Nothing();
    }

    /// A user of the provider's own has no other way in.
    private static void disable(UserPools pools, Pool pool, Identity identity, Call call) {
        var known = pools.users(pool).named(identity.username());
        pools.users(pool).put(known.enabled(false, call.now()));
        pools.grants(pool).end(known.username(), call.now());
    }

    private static void unlink(UserPools pools, Pool pool, Identity identity, Call call) {
        pools.identities(pool).remove(identity);
        pools.users(pool)
                .exactly(identity.username())
                .ifPresent(known ->
                        pools.users(pool).put(pools.identities(pool).shown(known, call.now())));
    }
}
