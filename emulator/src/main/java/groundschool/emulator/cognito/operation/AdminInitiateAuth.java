package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import java.util.Map;
import java.util.Optional;

/// Begins a sign-in, on a server that may do that.
///
/// Source:
/// [AdminInitiateAuth](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html)
public record AdminInitiateAuth(
        String userPoolId,
        String clientId,
        String authFlow,
        Optional<Map<String, String>> authParameters,
        Optional<Map<String, String>> clientMetadata,
        Optional<String> session,
        Optional<AnalyticsMetadata> analyticsMetadata,
        Optional<ContextData> contextData)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    @Override
    public InitiateAuth.Response run(Turn<UserPools> turn, Call call) {
        return InitiateAuth.begin(
                ContextData.told(
                        contextData,
                        Visit.toPool(userPoolId, clientId, clientMetadata, turn, call)),
                authFlow,
                authParameters.orElse(Map.of()),
                session,
                true);
    }
}
