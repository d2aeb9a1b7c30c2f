package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists the documents that people of a pool's applications agree to.
///
/// Source:
/// [ListTerms](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListTerms.html)
public record ListTerms(String userPoolId, Optional<Integer> maxResults, Optional<String> nextToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    private static final int USUAL = 60;

    public record Response(List<Listed> terms, Optional<String> nextToken) {}

    record Listed(
            String termsId,
            String termsName,
            String enforcement,
            Instant creationDate,
            Instant lastModifiedDate) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var page =
                Pages.of(
                        pools.terms(pools.pool(userPoolId, call)).all(),
                        Terms::id,
                        nextToken,
                        maxResults.orElse(USUAL));
        return new Response(
                page.entries().stream()
                        .map(each ->
                                new Listed(
                                        each.id(),
                                        each.name(),
                                        each.enforcement(),
                                        each.createdAt(),
                                        each.modifiedAt()))
                        .toList(),
                page.next());
    }
}
