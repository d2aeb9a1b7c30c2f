package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.token.ClientTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives an application a token of its own, for its secret.
///
/// Source:
/// [GetClientToken](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetClientToken.html)
public record GetClientToken(
        String clientId,
        String secret,
        Optional<List<String>> scopes,
        Optional<Map<String, String>> clientMetadata)
        implements CognitoIdpOperation, OfClient, Interaction<UserPools> {

    public record Result(String accessToken, int expiresIn, String tokenType) {}

    public record Response(Result clientAuthenticationResult) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var visit = Visit.byClient(clientId, clientMetadata, turn, call);
        var client = visit.application();
        if (!client.allows(ClientTokens.FLOW)) {
            throw CognitoErrors.invalid(
                    "%s flow not enabled for this client".formatted(ClientTokens.FLOW));
        }
        if (!client.hasSecret()) {
            throw CognitoErrors.invalid(
                    "App client %s is not configured for secret but secret was received"
                            .formatted(clientId));
        }
        client.checkSecret(Optional.of(secret));
        var allowed = ClientTokens.allowed(client);
        var wanted = scopes.filter(all -> !all.isEmpty()).orElse(allowed);
        for (var scope : wanted) {
            if (!allowed.contains(scope)) {
                throw CognitoErrors.invalid("Invalid scope requested: " + scope);
            }
        }
        return new Response(
                new Result(
                        ClientTokens.issue(visit, wanted),
                        (int) client.settings().accessTokens().toSeconds(),
                        "Bearer"));
    }
}
