package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.logging.LogConfiguration;
import groundschool.emulator.cognito.logging.LogConfigurations;
import groundschool.emulator.cognito.logging.LogExport;
import java.util.List;

/// Says where a pool sends its logs; none at all takes away what was said before.
///
/// Source:
/// [SetLogDeliveryConfiguration](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetLogDeliveryConfiguration.html)
public record SetLogDeliveryConfiguration(
        String userPoolId, List<LogConfiguration> logConfigurations)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    public SetLogDeliveryConfiguration {
        logConfigurations = List.copyOf(logConfigurations);
    }

    public record Response(Delivery logDeliveryConfiguration) {}

    public record Delivery(String userPoolId, List<LogConfiguration> logConfigurations) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var pool = turn.transition(pools -> pools.pool(userPoolId, call));
        logConfigurations.forEach(each -> each.check(pool.settings().userPoolTier()));
        long sources =
                logConfigurations.stream().map(LogConfiguration::eventSource).distinct().count();
        if (sources < logConfigurations.size()) {
            throw CognitoErrors.invalid("Each event source can have one log configuration.");
        }
        LogExport.prepare(logConfigurations, pool, call.principal(), call.services());
        return turn.transition(pools -> {
            new LogConfigurations(pool, pools).put(logConfigurations);
            return new Response(new Delivery(pool.id(), logConfigurations));
        });
    }
}
