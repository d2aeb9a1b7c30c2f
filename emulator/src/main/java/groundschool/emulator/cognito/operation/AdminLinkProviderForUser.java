package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.federation.Identity;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import java.util.Optional;

/// Has somebody at an identity provider be somebody of the pool from their first sign-in on.
///
/// Source:
/// [AdminLinkProviderForUser](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminLinkProviderForUser.html)
public record AdminLinkProviderForUser(
        String userPoolId, ProviderUser destinationUser, ProviderUser sourceUser)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        if (sourceUser.isOwn()) {
            throw CognitoErrors.invalid(
                    "Invalid SourceUser: Cognito users with a username/password may not be passed in as a SourceUser, only as a DestinationUser");
        }
        var provider = pools.identityProviders(pool).named(sourceUser.provider());
        var user = destination(pools, pool);
        var attribute =
                sourceUser
                        .providerAttributeName()
                        .filter(text -> !text.isEmpty())
                        .orElseThrow(() -> CognitoErrors.missing("ProviderAttributeName"));
        if (!attribute.equals(Identity.SUBJECT)
                && !provider.attributeMapping().containsKey(attribute)) {
            throw CognitoErrors.invalid(
                    "Invalid SourceUser: the identity provider maps no claim to the attribute "
                            + attribute);
        }
        var identities = pools.identities(pool);
        identities
                .find(provider.name(), attribute, sourceUser.value())
                .ifPresent(known -> {
                    throw known.primary()
                            ? CognitoErrors.invalid(
                                    "Merging is not currently supported, provide a SourceUser that has not been signed up in order to link")
                            : CognitoErrors.invalid(
                                    "SourceUser is already linked to DestinationUser");
                });
        identities.add(
                new Identity(
                        provider.name(),
                        provider.type(),
                        attribute,
                        sourceUser.value(),
                        user.username(),
                        false,
                        call.now(),
                        Optional.empty()));
        pools.users(pool).put(identities.shown(user, call.now()));
        return new Nothing();
    }

    private User destination(UserPools pools, Pool pool) {
        return destinationUser.isOwn()
                ? pools.users(pool).named(destinationUser.value())
                : pools.identities(pool)
                        .find(destinationUser.provider(), Identity.SUBJECT, destinationUser.value())
                        .flatMap(identity -> pools.users(pool).exactly(identity.username()))
                        .orElseThrow(CognitoErrors::userNotFound);
    }
}
