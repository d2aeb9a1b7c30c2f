package groundschool.emulator.cognito.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.branding.BrandSettings;
import groundschool.emulator.cognito.branding.Branding;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Changes a style. Settings and images that are left out stay, so that a style may come in several
/// requests; what Cognito provides takes the place of all of them.
///
/// Source:
/// [UpdateManagedLoginBranding](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateManagedLoginBranding.html)
public record UpdateManagedLoginBranding(
        Optional<String> userPoolId,
        Optional<String> managedLoginBrandingId,
        Optional<Boolean> useCognitoProvidedValues,
        Optional<JsonNode> settings,
        Optional<List<BrandAsset>> assets)
        implements CognitoIdpOperation, Operation<UserPools> {

    public record Response(BrandingDescription managedLoginBranding) {}

    @Override
    public List<Access> access(UserPools pools, Call call) {
        return OfPool.access("UpdateManagedLoginBranding", userPoolId.orElse("*"), pools, call);
    }

    @Override
    public Response run(UserPools pools, Call call) {
        var pool =
                pools.pool(userPoolId.orElseThrow(() -> CognitoErrors.missing("UserPoolId")), call);
        var brandings = pools.brandings(pool);
        var before =
                brandings.named(
                        managedLoginBrandingId.orElseThrow(
                                () -> CognitoErrors.missing("ManagedLoginBrandingId")));
        var wishes = BrandingWishes.of(useCognitoProvidedValues, settings, assets);
        var after =
                new Branding(
                        before.id(),
                        before.clientId(),
                        wishes.isProvided(),
                        wishes.settings()
                                .map(given -> BrandSettings.changed(before.settings(), given)),
                        wishes.kept(wishes.isProvided() ? List.of() : before.assets(), brandings),
                        before.createdAt(),
                        call.now());
        brandings.put(after);
        return new Response(BrandingDescription.of(after, pool, brandings));
    }
}
