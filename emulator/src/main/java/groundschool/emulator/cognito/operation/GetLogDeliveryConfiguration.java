package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.logging.LogConfigurations;

/// Says where a pool sends its logs.
///
/// Source:
/// [GetLogDeliveryConfiguration](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetLogDeliveryConfiguration.html)
public record GetLogDeliveryConfiguration(String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public SetLogDeliveryConfiguration.Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        return new SetLogDeliveryConfiguration.Response(
                new SetLogDeliveryConfiguration.Delivery(
                        pool.id(), new LogConfigurations(pool, pools).all()));
    }
}
