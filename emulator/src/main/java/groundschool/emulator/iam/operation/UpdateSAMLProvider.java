package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.saml.SamlMetadata;
import groundschool.emulator.iam.saml.SamlProviders;
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
        return SamlArns.access("iam:UpdateSAMLProvider", identities, call, samlProviderArn);
    }

    @Override
    public Response run(Identities identities, Call call) {
        SamlArns.refusePrivateKeys(addPrivateKey.or(() -> removePrivateKey));
        SamlArns.refuseWithoutKey(assertionEncryptionMode);
        var provider = SamlArns.named(identities, call, samlProviderArn);
        var described =
                samlMetadataDocument
                        .map(metadata ->
                                provider.describedBy(
                                        metadata,
                                        SamlMetadata.of(metadata).validUntil(IamTimes.now(call))))
                        .orElse(provider);
        SamlProviders.in(identities)
                .put(described.encrypting(assertionEncryptionMode.or(provider::encryption)));
        return new Response(samlProviderArn);
    }
}
