package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.Refresh;
import groundschool.emulator.cognito.token.Jwts;
import java.util.Optional;

/// Ends a sign-in, by its refresh token.
///
/// Source:
/// [RevokeToken](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html)
public record RevokeToken(String token, String clientId, Optional<String> clientSecret)
        implements CognitoIdpOperation, OfClient, Interaction<UserPools> {

    @Override
    public Nothing run(Turn<UserPools> turn, Call call) {
        var visit = Visit.byClient(clientId, Optional.empty(), turn, call);
        visit.application().checkSecret(clientSecret);
        if (!visit.application().settings().enableTokenRevocation()) {
            throw CognitoErrors.of(
                    "UnsupportedOperationException",
                    "Token revocation is not enabled for the client.");
        }
        if (Jwts.pool(token).isPresent()) {
            throw CognitoErrors.of(
                    "UnsupportedTokenTypeException", "Only refresh tokens can be revoked.");
        }
        Refresh.revoke(visit, token);
        return new Nothing();
    }
}
