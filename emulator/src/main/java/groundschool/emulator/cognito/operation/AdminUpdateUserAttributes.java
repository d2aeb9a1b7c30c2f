package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.user.AttributeChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes what is known of somebody.
///
/// Source:
/// [AdminUpdateUserAttributes](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html)
public record AdminUpdateUserAttributes(
        String userPoolId,
        String username,
        List<Attribute> userAttributes,
        Optional<Map<String, String>> clientMetadata)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    @Override
    public Nothing run(Turn<UserPools> turn, Call call) {
        var visit = Visit.toPool(userPoolId, clientMetadata, turn, call);
        var user = visit.user(username).orElseThrow(CognitoErrors::userNotFound);
        AttributeChange.apply(visit, user, Attribute.map(Optional.of(userAttributes)));
        return new Nothing();
    }
}
