package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.ClientSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lets an application sign people in.
///
/// Source:
/// [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html)
public record CreateUserPoolClient(
        String userPoolId,
        String clientName,
        Optional<Boolean> generateSecret,
        Optional<String> clientSecret,
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
        if (generateSecret.orElse(false) && clientSecret.isPresent()) {
            throw CognitoErrors.invalid(
                    "Cannot specify both GenerateSecret as true and ClientSecret.");
        }
        ClientDescription.checkContext(
                enablePropagateAdditionalUserContextData,
                generateSecret.orElse(false) || clientSecret.isPresent());
        var id = pools.newClientId();
        var secrets = new ArrayList<AppClient.Secret>();
        clientSecret.ifPresent(value -> secrets.add(AppClient.Secret.of(id, value, call.now())));
        if (generateSecret.orElse(false)) {
            secrets.add(AppClient.Secret.fresh(id, pools.random(), call.now()));
        }
        var client =
                new AppClient(
                        id,
                        pool.id(),
                        clientName,
                        secrets,
                        call.now(),
                        call.now(),
                        ClientWishes.checked(settings(), pool, pools));
        pools.add(pool, client);
        return new Response(ClientDescription.of(client));
    }

    private ClientSettings settings() {
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
                enableTokenRevocation.orElse(true),
                ClientWishes.sessionMinutes(authSessionValidity),
                refreshTokenRotation,
                enablePropagateAdditionalUserContextData);
    }
}
