package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.IdentityPools;
import groundschool.emulator.cognitoidentity.login.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets somebody not sign in in some ways any more; without any they are a guest.
///
/// Source:
/// [UnlinkIdentity](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkIdentity.html)
public record UnlinkIdentity(
        String identityId, Map<String, String> logins, List<String> loginsToRemove)
        implements CognitoIdentityOperation, Interaction<IdentityPools>, GuestOperation {

    @Override
    public String named() {
        return identityId;
    }

    @Override
    public AwsException nowhere() {
        return CognitoIdentityErrors.identityNotFound(identityId);
    }

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of();
    }

    @Override
    public Nothing run(Turn<IdentityPools> turn, Call call) {
        var visit = Visit.of(identityId, Optional.of(logins), turn, call);
        return turn.transition(pools -> {
            var identity = visit.identity();
            for (var link : visit.identity().logins()) {
                if (loginsToRemove.contains(link.provider())) {
                    identity = pools.unlink(identity, link, call);
                }
            }
            return new Nothing();
        });
    }
}
