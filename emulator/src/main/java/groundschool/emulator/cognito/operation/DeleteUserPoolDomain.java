package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.LoginDomain;
import java.util.Optional;

/// Takes a pool's pages away.
///
/// Source:
/// [DeleteUserPoolDomain](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolDomain.html)
public record DeleteUserPoolDomain(String domain, String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var known = DomainWishes.of(pool, domain, pools);
        pools.domains().remove(LoginDomain.key(pool.region(), domain));
        pools.put(
                known.custom().isPresent()
                        ? pool.at(pool.domain(), Optional.empty())
                        : pool.at(Optional.empty(), pool.customDomain()));
        return new Nothing();
    }
}
