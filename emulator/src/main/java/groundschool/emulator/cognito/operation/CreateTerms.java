package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.Terms;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Has people of an application agree to a document when they sign up.
///
/// Source:
/// [CreateTerms](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateTerms.html)
public record CreateTerms(
        String userPoolId,
        String clientId,
        String termsName,
        String termsSource,
        String enforcement,
        Optional<Map<String, String>> links)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(TermsDescription terms) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var client = pools.client(pool, clientId);
        var terms =
                new Terms(
                        UUID.randomUUID().toString(),
                        client.id(),
                        termsName,
                        termsSource,
                        enforcement,
                        new TreeMap<>(links.orElse(Map.of())),
                        call.now(),
                        call.now());
        pools.terms(pool).put(terms);
        return new Response(TermsDescription.of(terms, pool));
    }
}
