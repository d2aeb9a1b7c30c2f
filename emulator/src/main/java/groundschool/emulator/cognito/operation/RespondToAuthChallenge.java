package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.Responses;
import groundschool.emulator.cognito.flow.Step;
import groundschool.emulator.cognito.token.AuthenticationResult;
import java.util.Map;
import java.util.Optional;

/// Goes on with a sign-in.
///
/// Source:
/// [RespondToAuthChallenge](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html)
public record RespondToAuthChallenge(
        String clientId,
        String challengeName,
        Optional<String> session,
        Optional<Map<String, String>> challengeResponses,
        Optional<Map<String, String>> clientMetadata,
        Optional<AnalyticsMetadata> analyticsMetadata,
        Optional<UserContextData> userContextData)
        implements CognitoIdpOperation, OfClient, Interaction<UserPools> {

    /// Either another challenge or tokens.
    public record Response(
            Optional<String> challengeName,
            Optional<String> session,
            Map<String, String> challengeParameters,
            Optional<AuthenticationResult> authenticationResult) {

        static Response of(Step step, Visit visit) {
            var all = InitiateAuth.Response.of(step, visit);
            return new Response(
                    all.challengeName(),
                    all.session(),
                    all.challengeParameters(),
                    all.authenticationResult());
        }
    }

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var visit =
                UserContextData.told(
                        userContextData, Visit.byClient(clientId, clientMetadata, turn, call));
        return Response.of(
                Responses.answer(
                        visit, challengeName, session, challengeResponses.orElse(Map.of())),
                visit);
    }
}
