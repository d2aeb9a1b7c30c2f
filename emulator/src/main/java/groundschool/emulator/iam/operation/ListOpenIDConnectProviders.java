package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.OidcProviders;
import java.util.List;

/// Lists the account's OpenID Connect providers.
///
/// Source:
/// [ListOpenIDConnectProviders](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviders.html)
public record ListOpenIDConnectProviders() implements IamOperation {

    public record Entry(String arn) {}

    public record Response(List<Entry> openIDConnectProviderList) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:ListOpenIDConnectProviders");
    }

    @Override
    public Response run(Identities identities, Call call) {
        return new Response(
                OidcProviders.in(identities)
                        .all()
                        .map(provider -> new Entry(provider.arn(call.account())))
                        .toList());
    }
}
