package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.saml.SamlMetadata;
import groundschool.emulator.iam.saml.SamlProviders;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Gives a SAML provider other metadata, or another way with encryption.
///
/// Source:
/// [UpdateSAMLProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html)
///
/// @param addPrivateKey that encrypted assertions are read with
/// @param removePrivateKey the id of one
public record UpdateSAMLProvider(
        Optional<String> samlMetadataDocument,
        String samlProviderArn,
        Optional<String> assertionEncryptionMode,
        Optional<String> addPrivateKey,
        Optional<String> removePrivateKey)
        implements IamOperation {

    public record Response(String samlProviderArn) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return SamlArns.access("iam:UpdateSAMLProvider", identities, call, samlProviderArn);
    }

    @Override
    public Response run(Identities identities, Call call) {
        refuseContradiction();
        var provider = SamlArns.named(identities, call, samlProviderArn);
        var described =
                samlMetadataDocument
                        .map(metadata ->
                                provider.describedBy(
                                        metadata,
                                        SamlMetadata.of(metadata).validUntil(IamTimes.now(call))))
                        .orElse(provider);
        var changed = described.encrypting(assertionEncryptionMode.or(provider::encryption));
        addPrivateKey.ifPresent(pem -> SamlArns.addKey(identities, call, provider.name(), pem));
        removePrivateKey.ifPresent(id -> SamlArns.removeKey(identities, provider.name(), id));
        SamlArns.requireKey(
                identities,
                changed,
                removePrivateKey.isPresent() ? "Failed to remove private key." : SamlArns.NO_KEY);
        SamlProviders.in(identities).put(changed);
        call.keys().claim(SamlProviders.claim(provider.name()));
        return new Response(samlProviderArn);
    }

    private void refuseContradiction() {
        if (addPrivateKey.isPresent() && removePrivateKey.isPresent()) {
            throw IamErrors.invalidInput(
                    "Unable to add and remove private keys in the same request. Set a value for only one of the two parameters.");
        }
        if (Stream.of(
                        samlMetadataDocument,
                        assertionEncryptionMode,
                        addPrivateKey,
                        removePrivateKey)
                .allMatch(Optional::isEmpty)) {
            throw IamErrors.invalidInput(
                    "Unable to update identity provider. No updates are defined for metadata or encryption assertion.");
        }
    }
}
