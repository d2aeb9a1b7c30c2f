package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Describes a SAML provider.
///
/// Source:
/// [GetSAMLProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html)
public record GetSAMLProvider(String samlProviderArn) implements IamOperation {

    public record Response(
            String samlProviderUUID,
            String samlMetadataDocument,
            Instant createDate,
            Instant validUntil,
            List<Tag> tags,
            Optional<String> assertionEncryptionMode) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return SamlArns.access("iam:GetSAMLProvider", identities, call, samlProviderArn);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var provider = SamlArns.named(identities, call, samlProviderArn);
        return new Response(
                provider.uuid(),
                provider.metadata(),
                provider.createdAt(),
                provider.validUntil(),
                provider.tags(),
                provider.encryption());
    }
}
