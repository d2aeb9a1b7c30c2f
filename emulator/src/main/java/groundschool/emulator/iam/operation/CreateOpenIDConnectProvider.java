package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.OidcProviders;
import groundschool.emulator.iam.ThisMachine;
import groundschool.emulator.iam.identity.OidcProvider;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says that tokens of an OpenID Connect provider can be exchanged for credentials.
///
/// Unlike AWS, it takes `http` and a port for a provider on this machine, and reads no thumbprint
/// off the provider's certificate where none is given.
///
/// Source:
/// [CreateOpenIDConnectProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html)
public record CreateOpenIDConnectProvider(
        String url,
        Optional<List<String>> clientIDList,
        Optional<List<String>> thumbprintList,
        Optional<List<Tag>> tags)
        implements IamOperation {

    private static final Pattern SECURE = Pattern.compile("https://[^/:?#\\s]+([/?#]\\S*)?");

    public record Response(String openIDConnectProviderArn, Optional<List<Tag>> tags) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                new Access(
                        "iam:CreateOpenIDConnectProvider",
                        provider(call).arn(call.account()),
                        TagKeys.requested(tags, Optional.empty())));
    }

    private OidcProvider provider(Call call) {
        return new OidcProvider(url, List.of(), List.of(), IamTimes.now(call), List.of());
    }

    @Override
    public Response run(Identities identities, Call call) {
        if (!SECURE.matcher(url).matches() && !ThisMachine.isAt(url)) {
            throw IamErrors.validation("Invalid Open ID Connect Provider URL");
        }
        var checkedTags = TagRules.checked(tags);
        var provider =
                provider(call)
                        .forClients(OidcArns.checkedClients(clientIDList.orElse(List.of())))
                        .withThumbprints(
                                OidcArns.checkedThumbprints(thumbprintList.orElse(List.of())))
                        .tagged(checkedTags);
        var providers = OidcProviders.in(identities);
        if (providers.of(url).isPresent()) {
            throw IamErrors.alreadyExists("Provider with url %s already exists.".formatted(url));
        }
        Quotas.requireRoom(
                "OpenIdConnectProvidersPerAccount",
                providers.all().count(),
                OidcArns.MOST_PROVIDERS);
        providers.put(provider);
        call.keys().claim(OidcProviders.claim(url));
        return new Response(
                provider.arn(call.account()),
                Optional.of(checkedTags).filter(each -> !each.isEmpty()));
    }
}
