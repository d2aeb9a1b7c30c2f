package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Lists the tags of an OpenID Connect provider.
///
/// Source:
/// [ListOpenIDConnectProviderTags](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviderTags.html)
public record ListOpenIDConnectProviderTags(
        String openIDConnectProviderArn, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return OidcArns.access(
                "iam:ListOpenIDConnectProviderTags", identities, call, openIDConnectProviderArn);
    }

    @Override
    public TagPage run(Identities identities, Call call) {
        var provider = OidcArns.named(identities, call, openIDConnectProviderArn);
        return TagPage.of(
                new Paging("ListOpenIDConnectProviderTags " + provider.name(), marker, maxItems),
                provider.tags());
    }
}
