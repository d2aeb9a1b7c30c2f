package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.risk.RiskConfigurations;
import java.util.Optional;

/// Shows what a pool does about risks, for all of its app clients or for one.
///
/// Source:
/// [DescribeRiskConfiguration](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeRiskConfiguration.html)
public record DescribeRiskConfiguration(String userPoolId, Optional<String> clientId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public SetRiskConfiguration.Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        clientId.ifPresent(id -> pools.client(pool, id));
        return new SetRiskConfiguration.Response(
                new RiskConfigurations(pool, pools).exactly(clientId));
    }
}
