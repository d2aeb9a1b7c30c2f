package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.federation.SamlKeys;

/// Shows the certificate by which SAML providers know that a request is the pool's: in DER and
/// base64, without the lines that PEM puts around it.
///
/// Source:
/// [GetSigningCertificate](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetSigningCertificate.html)
public record GetSigningCertificate(String userPoolId)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    public record Response(String certificate) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var pool = turn.transition(pools -> pools.pool(userPoolId, call));
        var key = SamlKeys.of(pool, SamlKeys.Use.SIGNING, call.now(), turn::transition);
        return new Response(key.certificate());
    }
}
