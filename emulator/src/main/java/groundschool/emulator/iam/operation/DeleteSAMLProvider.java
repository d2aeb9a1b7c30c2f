package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.saml.SamlProviders;
import java.util.List;

/// Deletes a SAML provider.
///
/// Source:
/// [DeleteSAMLProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSAMLProvider.html)
public record DeleteSAMLProvider(String samlProviderArn) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return SamlArns.access("iam:DeleteSAMLProvider", identities, call, samlProviderArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var provider = SamlArns.named(identities, call, samlProviderArn);
        SamlProviders.in(identities).remove(provider);
        return new Done();
    }
}
