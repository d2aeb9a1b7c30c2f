package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.LoginDomain;
import groundschool.emulator.cognito.pool.Pool;
import java.util.List;
import java.util.Optional;

/// Gives a pool pages, under a name.
///
/// Source:
/// [CreateUserPoolDomain](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html)
public record CreateUserPoolDomain(
        String domain,
        String userPoolId,
        Optional<Integer> managedLoginVersion,
        Optional<Object> customDomainConfig,
        Optional<Object> routing)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    private static final List<String> RESERVED = List.of("aws", "amazon", "cognito");

    public record Response(Optional<Integer> managedLoginVersion) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        refuse(customDomainConfig, routing);
        for (var word : RESERVED) {
            if (domain.contains(word)) {
                throw CognitoErrors.invalid("Domain cannot contain reserved word: " + word);
            }
        }
        var key = LoginDomain.key(pool.region(), domain);
        if (pools.domains().get(key).isPresent()) {
            throw CognitoErrors.invalid("Domain already associated with another user pool.");
        }
        if (pool.domain().isPresent()) {
            throw CognitoErrors.invalid("User pool already has a domain configured.");
        }
        pools.domains().put(key, new LoginDomain(domain, pool.id(), managedLoginVersion));
        pools.put(pool.at(Optional.of(domain)));
        pools.claimDomain(pool.region(), domain);
        return new Response(managedLoginVersion);
    }

    static void refuse(Optional<Object> custom, Optional<Object> routing) {
        custom.ifPresent(_ -> {
            throw CognitoErrors.notYet("domains of one's own (CustomDomainConfig)");
        });
        routing.ifPresent(_ -> {
            throw CognitoErrors.notYet("domains with a failover (Routing)");
        });
    }

    /// The domain of that name, which is the pool's.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    static LoginDomain of(Pool pool, String name, UserPools pools) {
        return pools.domains()
                .get(LoginDomain.key(pool.region(), name))
                .filter(known -> known.userPoolId().equals(pool.id()))
                .orElseThrow(() -> CognitoErrors.invalid("No such domain or user pool exists."));
    }
}
