package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;

/// Shows a document that people of an application agree to, by its name.
public record DescribeTermsByClient(String clientId, String userPoolId, String termsName)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(TermsDescription terms) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var client = pools.client(pool, clientId);
        return pools.terms(pool).of(client.id()).stream()
                .filter(each -> each.name().equals(termsName))
                .findFirst()
                .map(each -> new Response(TermsDescription.of(each, pool)))
                .orElseThrow(() -> CognitoErrors.resourceNotFound("Terms " + termsName));
    }
}
