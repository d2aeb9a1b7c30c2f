package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.saml.SamlProviders;
import java.util.List;
import java.util.Map;

/// Takes tags off a SAML provider. Keys that it does not have do no harm.
///
/// Source:
/// [UntagSAMLProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagSAMLProvider.html)
public record UntagSAMLProvider(String samlProviderArn, List<String> tagKeys)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return SamlArns.access(
                "iam:UntagSAMLProvider",
                identities,
                call,
                samlProviderArn,
                Map.of("aws:TagKeys", tagKeys));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var provider = SamlArns.named(identities, call, samlProviderArn);
        SamlProviders.in(identities)
                .put(provider.tagged(TagRules.without(provider.tags(), tagKeys)));
        return new Done();
    }
}
