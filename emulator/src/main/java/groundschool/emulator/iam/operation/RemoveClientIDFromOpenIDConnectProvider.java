package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.OidcProviders;
import java.util.List;

/// Says that an OpenID Connect provider's tokens may not be meant for a client any more. One that
/// is not known does no harm.
///
/// Source:
/// [RemoveClientIDFromOpenIDConnectProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveClientIDFromOpenIDConnectProvider.html)
public record RemoveClientIDFromOpenIDConnectProvider(
        String openIDConnectProviderArn, String clientID) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return OidcArns.access(
                "iam:RemoveClientIDFromOpenIDConnectProvider",
                identities,
                call,
                openIDConnectProviderArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var provider = OidcArns.named(identities, call, openIDConnectProviderArn);
        OidcProviders.in(identities)
                .put(
                        provider.forClients(
                                provider.clientIds().stream()
                                        .filter(each -> !each.equals(clientID))
                                        .toList()));
        return new Done();
    }
}
