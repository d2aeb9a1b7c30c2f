package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.LoginDomain;
import java.util.Optional;

/// Says which pages a pool has, and with which certificate.
///
/// Source:
/// [UpdateUserPoolDomain](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html)
public record UpdateUserPoolDomain(
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
        DomainWishes.checkVersion(managedLoginVersion, pool);
        var before = DomainWishes.of(pool, domain, pools);
        customDomainConfig.ifPresent(custom -> {
            if (before.custom().isEmpty()) {
                throw CognitoErrors.invalid(
                        "CustomDomainConfig is for custom domains only, and %s is a prefix."
                                .formatted(domain));
            }
            DomainWishes.checkCertificate(custom);
        });
        var after =
                new LoginDomain(
                        domain,
                        pool.id(),
                        managedLoginVersion.or(before::version),
                        customDomainConfig.or(before::custom));
        pools.domains().put(LoginDomain.key(pool.region(), domain), after);
        return new Response(managedLoginVersion, after.distribution());
    }
}
