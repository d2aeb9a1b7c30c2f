package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.SamlProvider;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.sandbox.Key;
import java.util.List;
import java.util.Optional;

/// Adds a SAML provider to the account.
///
/// Source:
/// [CreateSAMLProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html)
///
/// @param addPrivateKey which is refused
public record CreateSAMLProvider(
        String samlMetadataDocument,
        String name,
        Optional<List<Tag>> tags,
        Optional<String> assertionEncryptionMode,
        Optional<Object> addPrivateKey)
        implements IamOperation {

    public record Response(String samlProviderArn, Optional<List<Tag>> tags) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                new Access(
                        "iam:CreateSAMLProvider",
                        "arn:aws:iam::" + call.account() + ":saml-provider/" + name,
                        TagKeys.requested(tags, Optional.empty())));
    }

    @Override
    public Response run(Identities identities, Call call) {
        SamlProviders.refusePrivateKeys(addPrivateKey);
        var checkedTags = TagRules.checked(tags);
        var now = IamTimes.now(call);
        var validUntil = SamlMetadata.validUntil(samlMetadataDocument, now);
        if (SamlProviders.in(identities).get(Key.of(name)).isPresent()) {
            throw IamErrors.alreadyExists("Provider", name);
        }
        SamlProviders.requireRoom(identities);
        var provider =
                new SamlProvider(
                        name,
                        IamIds.samlProvider(call),
                        samlMetadataDocument,
                        now,
                        validUntil,
                        assertionEncryptionMode,
                        checkedTags);
        SamlProviders.put(identities, provider);
        return new Response(
                provider.arn(call.account()),
                Optional.of(checkedTags).filter(each -> !each.isEmpty()));
    }
}
