package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Shows a document that people of an application agree to.
///
/// Source:
/// [DescribeTerms](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeTerms.html)
public record DescribeTerms(String termsId, String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(TermsDescription terms) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        return new Response(TermsDescription.of(pools.terms(pool).named(termsId), pool));
    }
}
