package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Lists the tags of a SAML provider.
///
/// Source:
/// [ListSAMLProviderTags](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviderTags.html)
public record ListSAMLProviderTags(
        String samlProviderArn, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return SamlArns.access("iam:ListSAMLProviderTags", identities, call, samlProviderArn);
    }

    @Override
    public TagPage run(Identities identities, Call call) {
        var provider = SamlArns.named(identities, call, samlProviderArn);
        return TagPage.of(
                new Paging("ListSAMLProviderTags " + provider.name(), marker, maxItems),
                provider.tags());
    }
}
