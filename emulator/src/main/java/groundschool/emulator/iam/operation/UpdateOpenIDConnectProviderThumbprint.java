package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.OidcProviders;
import java.util.List;

/// Says which certificates an OpenID Connect provider has.
///
/// Source:
/// [UpdateOpenIDConnectProviderThumbprint](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProviderThumbprint.html)
public record UpdateOpenIDConnectProviderThumbprint(
        String openIDConnectProviderArn, List<String> thumbprintList) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return OidcArns.access(
                "iam:UpdateOpenIDConnectProviderThumbprint",
                identities,
                call,
                openIDConnectProviderArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var provider = OidcArns.named(identities, call, openIDConnectProviderArn);
        OidcProviders.in(identities)
                .put(provider.withThumbprints(OidcArns.checkedThumbprints(thumbprintList)));
        return new Done();
    }
}
