package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.OidcProviders;
import java.util.List;

/// Deletes an OpenID Connect provider. One that is not there does no harm.
///
/// Source:
/// [DeleteOpenIDConnectProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteOpenIDConnectProvider.html)
public record DeleteOpenIDConnectProvider(String openIDConnectProviderArn) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return OidcArns.access(
                "iam:DeleteOpenIDConnectProvider", identities, call, openIDConnectProviderArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        OidcArns.find(identities, call, openIDConnectProviderArn)
                .ifPresent(OidcProviders.in(identities)::remove);
        return new Done();
    }
}
