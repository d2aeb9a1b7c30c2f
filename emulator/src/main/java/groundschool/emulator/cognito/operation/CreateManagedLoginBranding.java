package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.branding.Branding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Gives an application a style, without which managed login has no pages for it.
///
/// Source:
/// [CreateManagedLoginBranding](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html)
public record CreateManagedLoginBranding(
        String userPoolId,
        String clientId,
        Optional<Boolean> useCognitoProvidedValues,
        Optional<JsonNode> settings,
        Optional<List<BrandAsset>> assets)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(BrandingDescription managedLoginBranding) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var client = pools.client(pool, clientId);
        var brandings = pools.brandings(pool);
        var wishes = BrandingWishes.of(useCognitoProvidedValues, settings, assets);
        if (brandings.of(client.id()).isPresent()) {
            throw CognitoErrors.of(
                    "ManagedLoginBrandingExistsException",
                    "A ManagedLoginBranding already exists for client " + client.id());
        }
        var branding =
                new Branding(
                        UUID.randomUUID().toString(),
                        client.id(),
                        wishes.isProvided(),
                        wishes.settings().map(JsonNode::toString),
                        wishes.kept(List.of(), brandings),
                        call.now(),
                        call.now());
        brandings.put(branding);
        return new Response(BrandingDescription.of(branding, pool, brandings));
    }
}
