package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Gives a SAML provider other metadata, or another way with encryption.
///
/// Source:
/// [UpdateSAMLProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html)
///
/// @param addPrivateKey which is refused, as is the next
public record UpdateSAMLProvider(
        Optional<String> samlMetadataDocument,
        String samlProviderArn,
        Optional<String> assertionEncryptionMode,
        Optional<Object> addPrivateKey,
        Optional<Object> removePrivateKey)
        implements IamOperation {

    public record Response(String samlProviderArn) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return SamlProviders.access("iam:UpdateSAMLProvider", identities, call, samlProviderArn);
    }

    @Override
    public Response run(Identities identities, Call call) {
        SamlProviders.refusePrivateKeys(addPrivateKey.or(() -> removePrivateKey));
        var provider = SamlProviders.named(identities, call, samlProviderArn);
        var described =
                samlMetadataDocument
                        .map(metadata ->
                                provider.describedBy(
                                        metadata,
                                        SamlMetadata.validUntil(metadata, IamTimes.now(call))))
                        .orElse(provider);
        SamlProviders.put(
                identities, described.encrypting(assertionEncryptionMode.or(provider::encryption)));
        return new Response(samlProviderArn);
    }
}
