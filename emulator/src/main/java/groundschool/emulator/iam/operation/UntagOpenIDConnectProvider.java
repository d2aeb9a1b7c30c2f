package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.OidcProviders;
import java.util.List;
import java.util.Map;

/// Takes tags off an OpenID Connect provider. Keys that it does not have do no harm.
///
/// Source:
/// [UntagOpenIDConnectProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagOpenIDConnectProvider.html)
public record UntagOpenIDConnectProvider(String openIDConnectProviderArn, List<String> tagKeys)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return OidcArns.access(
                "iam:UntagOpenIDConnectProvider",
                identities,
                call,
                openIDConnectProviderArn,
                Map.of("aws:TagKeys", tagKeys));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var provider = OidcArns.named(identities, call, openIDConnectProviderArn);
        OidcProviders.in(identities)
                .put(provider.tagged(TagRules.without(provider.tags(), tagKeys)));
        return new Done();
    }
}
