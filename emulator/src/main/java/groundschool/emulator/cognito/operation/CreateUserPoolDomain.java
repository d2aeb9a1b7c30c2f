package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.LoginDomain;
import java.util.Optional;

/// Gives a pool pages, under a name.
///
/// Source:
/// [CreateUserPoolDomain](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html)
public record CreateUserPoolDomain(
        String domain,
        String userPoolId,
        Optional<Integer> managedLoginVersion,
        Optional<LoginDomain.Custom> customDomainConfig,
        Optional<Object> routing)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(
            Optional<Integer> managedLoginVersion, Optional<String> cloudFrontDomain) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        DomainWishes.refuse(routing);
        DomainWishes.checkName(domain, customDomainConfig);
        DomainWishes.checkVersion(managedLoginVersion, pool);
        var key = LoginDomain.key(pool.region(), domain);
        if (pools.domains().get(key).isPresent()) {
            throw CognitoErrors.invalid("Domain already associated with another user pool.");
        }
        var isCustom = customDomainConfig.isPresent();
        if (isCustom ? pool.customDomain().isPresent() : pool.domain().isPresent()) {
            throw CognitoErrors.invalid("User pool already has a domain configured.");
        }
        var made = new LoginDomain(domain, pool.id(), managedLoginVersion, customDomainConfig);
        pools.domains().put(key, made);
        pools.put(
                isCustom
                        ? pool.at(pool.domain(), Optional.of(domain))
                        : pool.at(Optional.of(domain), pool.customDomain()));
        pools.claimDomain(pool.region(), domain);
        return new Response(managedLoginVersion, made.distribution());
    }
}
