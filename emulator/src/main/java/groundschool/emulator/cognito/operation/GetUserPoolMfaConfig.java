package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Says which second factors a pool asks for.
///
/// Source:
/// [GetUserPoolMfaConfig](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolMfaConfig.html)
public record GetUserPoolMfaConfig(String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public MfaDescription run(UserPools pools, Call call) {
        return MfaDescription.of(pools.pool(userPoolId, call));
    }
}
