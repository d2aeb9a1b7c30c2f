package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import java.time.Instant;
import java.util.List;

/// Describes an OpenID Connect provider.
///
/// Source:
/// [GetOpenIDConnectProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html)
public record GetOpenIDConnectProvider(String openIDConnectProviderArn) implements IamOperation {

    /// @param url without its scheme
    public record Response(
            String url,
            List<String> clientIDList,
            List<String> thumbprintList,
            Instant createDate,
            List<Tag> tags) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return OidcArns.access(
                "iam:GetOpenIDConnectProvider", identities, call, openIDConnectProviderArn);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var provider = OidcArns.named(identities, call, openIDConnectProviderArn);
        return new Response(
                provider.name(),
                provider.clientIds(),
                provider.thumbprints(),
                provider.createdAt(),
                provider.tags());
    }
}
