package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.Refresh;
import groundschool.emulator.cognito.token.AuthenticationResult;
import java.util.Map;
import java.util.Optional;

/// Exchanges a refresh token for new tokens.
///
/// Source:
/// [GetTokensFromRefreshToken](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html)
public record GetTokensFromRefreshToken(
        String refreshToken,
        String clientId,
        Optional<String> clientSecret,
        Optional<String> deviceKey,
        Optional<Map<String, String>> clientMetadata)
        implements CognitoIdpOperation, OfClient, Interaction<UserPools> {

    public record Response(AuthenticationResult authenticationResult) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var visit = Visit.byClient(clientId, clientMetadata, turn, call);
        visit.application().checkSecret(clientSecret);
        return new Response(Refresh.exchanged(visit.on(deviceKey), refreshToken));
    }
}
