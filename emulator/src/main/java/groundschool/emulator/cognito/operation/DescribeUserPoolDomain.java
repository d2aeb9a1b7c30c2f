package groundschool.emulator.cognito.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.LoginDomain;
import java.util.List;
import java.util.Optional;

/// Says whose a domain is; nothing if it is nobody's.
///
/// Source:
/// [DescribeUserPoolDomain](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolDomain.html)
public record DescribeUserPoolDomain(String domain)
        implements CognitoIdpOperation, Operation<UserPools> {

    public record Description(
            Optional<String> userPoolId,
            Optional<String> aWSAccountId,
            Optional<String> domain,
            Optional<String> status,
            Optional<String> cloudFrontDistribution,
            Optional<LoginDomain.Custom> customDomainConfig,
            Optional<Integer> managedLoginVersion) {}

    public record Response(Description domainDescription) {}

    @Override
    public List<Access> access(UserPools pools, Call call) {
        return List.of(Access.to("cognito-idp:DescribeUserPoolDomain", "*"));
    }

    @Override
    public Response run(UserPools pools, Call call) {
        return new Response(
                pools.domains()
                        .get(LoginDomain.key(call.region(), domain))
                        .map(found ->
                                new Description(
                                        Optional.of(found.userPoolId()),
                                        Optional.of(call.account()),
                                        Optional.of(found.name()),
                                        Optional.of("ACTIVE"),
                                        found.distribution(),
                                        found.custom(),
                                        Optional.of(found.version().orElse(1))))
                        .orElseGet(() ->
                                new Description(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
    }
}
