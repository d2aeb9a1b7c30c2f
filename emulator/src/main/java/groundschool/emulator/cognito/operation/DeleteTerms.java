package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Has people agree to a document no longer.
///
/// Source:
/// [DeleteTerms](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteTerms.html)
public record DeleteTerms(String termsId, String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var terms = pools.terms(pools.pool(userPoolId, call));
        terms.remove(terms.named(termsId));
        return new Nothing();
    }
}
