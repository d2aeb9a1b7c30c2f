package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.OidcProviders;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;

/// Gives an OpenID Connect provider tags, or other values to those that it has.
///
/// Source:
/// [TagOpenIDConnectProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagOpenIDConnectProvider.html)
public record TagOpenIDConnectProvider(String openIDConnectProviderArn, List<Tag> tags)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return OidcArns.access(
                "iam:TagOpenIDConnectProvider",
                identities,
                call,
                openIDConnectProviderArn,
                TagKeys.requested(tags));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var provider = OidcArns.named(identities, call, openIDConnectProviderArn);
        OidcProviders.in(identities).put(provider.tagged(TagRules.with(provider.tags(), tags)));
        return new Done();
    }
}
