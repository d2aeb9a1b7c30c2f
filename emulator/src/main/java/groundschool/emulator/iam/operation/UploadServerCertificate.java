package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.ServerCertificate;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;
import java.util.Optional;

/// Adds a server certificate to the account.
///
/// Source:
/// [UploadServerCertificate](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadServerCertificate.html)
///
/// @param privateKey which is checked against the certificate, and not kept
public record UploadServerCertificate(
        Optional<String> path,
        String serverCertificateName,
        String certificateBody,
        String privateKey,
        Optional<String> certificateChain,
        Optional<List<Tag>> tags)
        implements IamOperation {

    public record Response(
            ServerCertificates.Metadata serverCertificateMetadata, Optional<List<Tag>> tags) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                new Access(
                        "iam:UploadServerCertificate",
                        ServerCertificates.arn(call, path.orElse("/"), serverCertificateName),
                        TagKeys.requested(tags, Optional.empty())));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var checkedTags = TagRules.checked(tags);
        var read =
                ServerCertificates.checked(
                        certificateBody, privateKey, certificateChain.orElse(""));
        var credentials = Credentials.in(identities);
        if (credentials.serverCertificate(serverCertificateName).isPresent()) {
            throw IamErrors.alreadyExists(
                    "The Server Certificate with name %s already exists."
                            .formatted(serverCertificateName));
        }
        Quotas.requireRoom(
                "ServerCertificatesPerAccount",
                credentials.serverCertificates().count(),
                Quotas.SERVER_CERTIFICATES);
        var certificate =
                new ServerCertificate(
                        path.orElse("/"),
                        serverCertificateName,
                        IamIds.serverCertificate(call),
                        certificateBody,
                        certificateChain,
                        IamTimes.now(call),
                        read.getNotAfter().toInstant(),
                        checkedTags);
        credentials.put(certificate);
        return new Response(
                ServerCertificates.Metadata.of(certificate, call),
                Optional.of(checkedTags).filter(all -> !all.isEmpty()));
    }
}
