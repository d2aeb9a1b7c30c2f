package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.Terms;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Changes a document that people of an application agree to. What is left out stays.
///
/// Source:
/// [UpdateTerms](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateTerms.html)
public record UpdateTerms(
        String termsId,
        String userPoolId,
        Optional<String> termsName,
        Optional<String> termsSource,
        Optional<String> enforcement,
        Optional<Map<String, String>> links)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(TermsDescription terms) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var before = pools.terms(pool).named(termsId);
        var terms =
                new Terms(
                        before.id(),
                        before.clientId(),
                        termsName.orElse(before.name()),
                        termsSource.orElse(before.source()),
                        enforcement.orElse(before.enforcement()),
                        new TreeMap<>(links.orElse(before.links())),
                        before.createdAt(),
                        call.now());
        pools.terms(pool).put(terms);
        return new Response(TermsDescription.of(terms, pool));
    }
}
