package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Takes an application's style away, and with it the pages of managed login.
///
/// Source:
/// [DeleteManagedLoginBranding](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteManagedLoginBranding.html)
public record DeleteManagedLoginBranding(String userPoolId, String managedLoginBrandingId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var brandings = pools.brandings(pools.pool(userPoolId, call));
        brandings.delete(brandings.named(managedLoginBrandingId));
        return new Nothing();
    }
}
