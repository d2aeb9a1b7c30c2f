package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.federation.IdentityProvider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists the identity providers of a pool, by name.
///
/// Source:
/// [ListIdentityProviders](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListIdentityProviders.html)
public record ListIdentityProviders(
        String userPoolId, Optional<Integer> maxResults, Optional<String> nextToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    private static final int USUAL = 60;

    public record Response(List<Listed> providers, Optional<String> nextToken) {}

    record Listed(
            String providerName,
            String providerType,
            Instant lastModifiedDate,
            Instant creationDate) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var page =
                Pages.of(
                        pools.identityProviders(pools.pool(userPoolId, call)).all(),
                        IdentityProvider::name,
                        nextToken,
                        maxResults.filter(most -> most > 0).orElse(USUAL));
        return new Response(
                page.entries().stream()
                        .map(each ->
                                new Listed(
                                        each.name(),
                                        each.type(),
                                        each.modifiedAt(),
                                        each.createdAt()))
                        .toList(),
                page.next());
    }
}
