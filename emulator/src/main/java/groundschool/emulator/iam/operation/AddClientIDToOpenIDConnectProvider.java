package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.OidcProviders;
import java.util.LinkedHashSet;
import java.util.List;

/// Says that an OpenID Connect provider's tokens may be meant for a further client. One that is
/// known already does no harm.
///
/// Source:
/// [AddClientIDToOpenIDConnectProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html)
public record AddClientIDToOpenIDConnectProvider(String openIDConnectProviderArn, String clientID)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return OidcArns.access(
                "iam:AddClientIDToOpenIDConnectProvider",
                identities,
                call,
                openIDConnectProviderArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var provider = OidcArns.named(identities, call, openIDConnectProviderArn);
        var clients = new LinkedHashSet<>(provider.clientIds());
        clients.add(clientID);
        OidcProviders.in(identities)
                .put(provider.forClients(OidcArns.checkedClients(List.copyOf(clients))));
        return new Done();
    }
}
