package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.Identity.Link;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;
import java.util.Optional;

/// Tells what a developer calls somebody, or who is called so.
///
/// Source:
/// [LookupDeveloperIdentity](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_LookupDeveloperIdentity.html)
public record LookupDeveloperIdentity(
        String identityPoolId,
        Optional<String> identityId,
        Optional<String> developerUserIdentifier,
        Optional<Integer> maxResults,
        Optional<String> nextToken)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    private static final int USUAL = 60;

    public record Response(
            String identityId,
            List<String> developerUserIdentifierList,
            Optional<String> nextToken) {}

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(PoolAccess.to("LookupDeveloperIdentity", identityPoolId, pools, call));
    }

    @Override
    public Response run(IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        var provider = DeveloperUser.provider(pool);
        var identity =
                developerUserIdentifier
                        .map(user -> DeveloperUser.who(new Link(provider, user), pool, pools))
                        .or(() -> identityId.map(id -> pools.identity(id, call)))
                        .orElseThrow(() ->
                                CognitoIdentityErrors.invalidParameter(
                                        "Either IdentityId or DeveloperUserIdentifier is required."));
        if (identityId.filter(id -> !id.equals(identity.id())).isPresent()) {
            throw new AwsException(
                    400,
                    "ResourceConflictException",
                    "The developer user identifier is not that of the identity.");
        }
        var users =
                identity.logins().stream()
                        .filter(link -> link.provider().equals(provider))
                        .map(Link::subject)
                        .sorted()
                        .toList();
        var page = Page.of(users, user -> user, maxResults.orElse(USUAL), nextToken);
        return new Response(identity.id(), page.elements(), page.next());
    }
}
