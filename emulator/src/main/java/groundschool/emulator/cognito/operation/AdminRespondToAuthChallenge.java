package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.Responses;
import java.util.Map;
import java.util.Optional;

/// Goes on with a sign-in, on a server that may do that.
///
/// Source:
/// [AdminRespondToAuthChallenge](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRespondToAuthChallenge.html)
public record AdminRespondToAuthChallenge(
        String userPoolId,
        String clientId,
        String challengeName,
        Optional<Map<String, String>> challengeResponses,
        Optional<String> session,
        Optional<Map<String, String>> clientMetadata,
        Optional<AnalyticsMetadata> analyticsMetadata,
        Optional<ContextData> contextData)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    @Override
    public RespondToAuthChallenge.Response run(Turn<UserPools> turn, Call call) {
        var visit =
                ContextData.told(
                        contextData,
                        Visit.toPool(userPoolId, clientId, clientMetadata, turn, call));
        return RespondToAuthChallenge.Response.of(
                Responses.answer(
                        visit, challengeName, session, challengeResponses.orElse(Map.of())),
                visit);
    }
}
