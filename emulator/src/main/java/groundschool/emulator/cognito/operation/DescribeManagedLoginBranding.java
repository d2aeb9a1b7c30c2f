package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.util.Optional;

/// Shows a style.
///
/// Source:
/// [DescribeManagedLoginBranding](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeManagedLoginBranding.html)
public record DescribeManagedLoginBranding(
        String userPoolId, String managedLoginBrandingId, Optional<Boolean> returnMergedResources)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(BrandingDescription managedLoginBranding) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var brandings = pools.brandings(pool);
        return new Response(
                BrandingDescription.of(
                        brandings.named(managedLoginBrandingId),
                        pool,
                        brandings,
                        returnMergedResources));
    }
}
