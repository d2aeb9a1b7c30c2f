package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.token.Verified;
import java.util.List;

/// Takes away what is known of whoever asks.
///
/// Source:
/// [DeleteUserAttributes](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserAttributes.html)
public record DeleteUserAttributes(List<String> userAttributeNames, String accessToken)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        var writable = holder.client().settings().writeAttributes();
        if (!writable.isEmpty() && !writable.containsAll(userAttributeNames)) {
            throw CognitoErrors.notAuthorized("A client attempted to write unauthorized attribute");
        }
        AdminDeleteUserAttributes.remove(
                holder.user(), userAttributeNames, holder.pool(), pools, call);
        return new Nothing();
    }
}
