package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.iam.saml.SamlMetadata;
import groundschool.emulator.iam.saml.SamlProvider;
import groundschool.emulator.iam.saml.SamlProviders;
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
        SamlArns.refusePrivateKeys(addPrivateKey);
        SamlArns.refuseWithoutKey(assertionEncryptionMode);
        var checkedTags = TagRules.checked(tags);
        var now = IamTimes.now(call);
        var validUntil = SamlMetadata.of(samlMetadataDocument).validUntil(now);
        if (SamlProviders.in(identities).of(name).isPresent()) {
            throw IamErrors.alreadyExists("Provider", name);
        }
        SamlArns.requireRoom(identities);
        var provider =
                new SamlProvider(
                        name,
                        IamIds.samlProvider(call),
                        samlMetadataDocument,
                        now,
                        validUntil,
                        assertionEncryptionMode,
                        checkedTags);
        SamlProviders.in(identities).put(provider);
        call.keys().claim(SamlProviders.claim(name));
        return new Response(
                provider.arn(call.account()),
                Optional.of(checkedTags).filter(each -> !each.isEmpty()));
    }
}
