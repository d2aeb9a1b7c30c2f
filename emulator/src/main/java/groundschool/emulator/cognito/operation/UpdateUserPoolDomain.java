package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.LoginDomain;
import java.util.Optional;

/// Says which pages a pool has.
///
/// Source:
/// [UpdateUserPoolDomain](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html)
public record UpdateUserPoolDomain(
        String domain,
        String userPoolId,
        Optional<Integer> managedLoginVersion,
        Optional<Object> customDomainConfig,
        Optional<Object> routing)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(Optional<Integer> managedLoginVersion) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        CreateUserPoolDomain.refuse(customDomainConfig, routing);
        var before = CreateUserPoolDomain.of(pool, domain, pools);
        pools.domains()
                .put(
                        LoginDomain.key(pool.region(), domain),
                        new LoginDomain(
                                domain, pool.id(), managedLoginVersion.or(before::version)));
        return new Response(managedLoginVersion);
    }
}
