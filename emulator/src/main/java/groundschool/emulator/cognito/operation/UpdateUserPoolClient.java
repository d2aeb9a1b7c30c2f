package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.ClientSettings;
import java.util.List;
import java.util.Optional;

/// Replaces what is set about an app client: what is left out gets its usual value.
///
/// Source:
/// [UpdateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html)
public record UpdateUserPoolClient(
        String userPoolId,
        String clientId,
        Optional<String> clientName,
        Optional<Integer> refreshTokenValidity,
        Optional<Integer> accessTokenValidity,
        Optional<Integer> idTokenValidity,
        Optional<ClientSettings.TokenValidityUnits> tokenValidityUnits,
        Optional<List<String>> readAttributes,
        Optional<List<String>> writeAttributes,
        Optional<List<String>> explicitAuthFlows,
        Optional<List<String>> supportedIdentityProviders,
        Optional<List<String>> callbackURLs,
        Optional<List<String>> logoutURLs,
        Optional<String> defaultRedirectURI,
        Optional<List<String>> allowedOAuthFlows,
        Optional<List<String>> allowedOAuthScopes,
        Optional<Boolean> allowedOAuthFlowsUserPoolClient,
        Optional<Object> analyticsConfiguration,
        Optional<String> preventUserExistenceErrors,
        Optional<Boolean> enableTokenRevocation,
        Optional<Boolean> enablePropagateAdditionalUserContextData,
        Optional<Integer> authSessionValidity,
        Optional<ClientSettings.RefreshTokenRotation> refreshTokenRotation)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(ClientDescription userPoolClient) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        ClientDescription.refuse(analyticsConfiguration);
        var client = pools.client(pool, clientId);
        ClientDescription.checkContext(
                enablePropagateAdditionalUserContextData, client.hasSecret());
        var changed =
                client.with(
                        clientName.orElse(client.name()),
                        ClientWishes.checked(settings(client.settings()), pool, pools),
                        call.now());
        pools.put(changed);
        return new Response(ClientDescription.of(changed));
    }

    private ClientSettings settings(ClientSettings before) {
        return new ClientSettings(
                refreshTokenValidity,
                accessTokenValidity,
                idTokenValidity,
                tokenValidityUnits.orElse(ClientSettings.TokenValidityUnits.USUAL),
                readAttributes.orElse(List.of()),
                writeAttributes.orElse(List.of()),
                ClientWishes.flows(explicitAuthFlows),
                supportedIdentityProviders.orElse(List.of()),
                callbackURLs.orElse(List.of()),
                logoutURLs.orElse(List.of()),
                defaultRedirectURI,
                allowedOAuthFlows.orElse(List.of()),
                allowedOAuthScopes.orElse(List.of()),
                allowedOAuthFlowsUserPoolClient.orElse(false),
                preventUserExistenceErrors,
                enableTokenRevocation.orElse(before.enableTokenRevocation()),
                ClientWishes.sessionMinutes(authSessionValidity),
                refreshTokenRotation,
                enablePropagateAdditionalUserContextData);
    }
}
