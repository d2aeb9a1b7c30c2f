package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows a server certificate, without its private key.
///
/// Source:
/// [GetServerCertificate](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServerCertificate.html)
public record GetServerCertificate(String serverCertificateName) implements IamOperation {

    public record Response(Shown serverCertificate) {}

    public record Shown(
            ServerCertificates.Metadata serverCertificateMetadata,
            String certificateBody,
            Optional<String> certificateChain,
            List<Tag> tags) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ServerCertificates.access(
                "iam:GetServerCertificate", identities, call, serverCertificateName, Map.of());
    }

    @Override
    public Response run(Identities identities, Call call) {
        var certificate = ServerCertificates.named(identities, serverCertificateName);
        return new Response(
                new Shown(
                        ServerCertificates.Metadata.of(certificate, call),
                        certificate.body(),
                        certificate.chain(),
                        certificate.tags()));
    }
}
