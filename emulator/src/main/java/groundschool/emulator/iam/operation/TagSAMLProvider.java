package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.iam.saml.SamlProviders;
import java.util.List;

/// Gives a SAML provider tags, or other values to those that it has.
///
/// Source:
/// [TagSAMLProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagSAMLProvider.html)
public record TagSAMLProvider(String samlProviderArn, List<Tag> tags) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return SamlArns.access(
                "iam:TagSAMLProvider", identities, call, samlProviderArn, TagKeys.requested(tags));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var provider = SamlArns.named(identities, call, samlProviderArn);
        SamlProviders.in(identities).put(provider.tagged(TagRules.with(provider.tags(), tags)));
        return new Done();
    }
}
