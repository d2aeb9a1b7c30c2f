package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.Identity.Link;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;

/// Lets somebody not be called by a developer's name any more.
///
/// Source:
/// [UnlinkDeveloperIdentity](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkDeveloperIdentity.html)
public record UnlinkDeveloperIdentity(
        String identityId,
        String identityPoolId,
        String developerProviderName,
        String developerUserIdentifier)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(PoolAccess.to("UnlinkDeveloperIdentity", identityPoolId, pools, call));
    }

    @Override
    public Nothing run(IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        var provider = DeveloperUser.provider(developerProviderName, pool);
        var link = new Link(provider, developerUserIdentifier);
        var identity = pools.identity(identityId, call);
        if (!identity.logins().contains(link)) {
            throw new AwsException(
                    400,
                    "ResourceConflictException",
                    "The developer user identifier is not that of the identity.");
        }
        pools.unlink(identity, link, call);
        return new Nothing();
    }
}
