package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.risk.RiskConfiguration;
import groundschool.emulator.cognito.risk.RiskConfigurations;
import java.util.Optional;

/// Says what a pool does about risks, for all of its app clients or for one. What it says takes
/// effect while threat protection is on.
///
/// Source:
/// [SetRiskConfiguration](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetRiskConfiguration.html)
public record SetRiskConfiguration(
        String userPoolId,
        Optional<String> clientId,
        Optional<RiskConfiguration.CompromisedCredentials> compromisedCredentialsRiskConfiguration,
        Optional<RiskConfiguration.AccountTakeover> accountTakeoverRiskConfiguration,
        Optional<RiskConfiguration.RiskException> riskExceptionConfiguration)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(RiskConfiguration riskConfiguration) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        clientId.ifPresent(id -> pools.client(pool, id));
        var configuration =
                new RiskConfiguration(
                                pool.id(),
                                clientId,
                                compromisedCredentialsRiskConfiguration,
                                accountTakeoverRiskConfiguration,
                                riskExceptionConfiguration,
                                Optional.of(call.now()))
                        .complete();
        new RiskConfigurations(pool, pools).put(configuration);
        return new Response(configuration);
    }
}
