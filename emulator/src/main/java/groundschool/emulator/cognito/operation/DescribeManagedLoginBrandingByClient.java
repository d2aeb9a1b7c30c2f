package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import java.util.Optional;

/// Shows the style of an application.
///
/// Source:
/// [DescribeManagedLoginBrandingByClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeManagedLoginBrandingByClient.html)
public record DescribeManagedLoginBrandingByClient(
        String userPoolId, String clientId, Optional<Boolean> returnMergedResources)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(BrandingDescription managedLoginBranding) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var client = pools.client(pool, clientId);
        var brandings = pools.brandings(pool);
        var branding =
                brandings
                        .of(client.id())
                        .orElseThrow(() ->
                                CognitoErrors.resourceNotFound(
                                        "ManagedLoginBranding for client " + client.id()));
        return new Response(
                BrandingDescription.of(branding, pool, brandings, returnMergedResources));
    }
}
