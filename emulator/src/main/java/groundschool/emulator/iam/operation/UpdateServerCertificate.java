package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.ServerCertificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Gives a server certificate another name, another path, or both.
///
/// Source:
/// [UpdateServerCertificate](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateServerCertificate.html)
public record UpdateServerCertificate(
        String serverCertificateName,
        Optional<String> newPath,
        Optional<String> newServerCertificateName)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        var there = Credentials.in(identities).serverCertificate(serverCertificateName);
        var path = there.map(ServerCertificate::path).orElse("/");
        return Stream.of(
                        ServerCertificates.arn(call, path, serverCertificateName),
                        ServerCertificates.arn(
                                call,
                                newPath.orElse(path),
                                newServerCertificateName.orElse(serverCertificateName)))
                .distinct()
                .map(arn -> Access.to("iam:UpdateServerCertificate", arn))
                .toList();
    }

    @Override
    public Done run(Identities identities, Call call) {
        var certificate = ServerCertificates.named(identities, serverCertificateName);
        var name = newServerCertificateName.orElse(certificate.name());
        var credentials = Credentials.in(identities);
        credentials
                .serverCertificate(name)
                .filter(other -> !other.id().equals(certificate.id()))
                .ifPresent(_ -> {
                    throw IamErrors.alreadyExists(
                            "The Server Certificate with name %s already exists.".formatted(name));
                });
        credentials.remove(certificate);
        credentials.put(certificate.named(newPath.orElse(certificate.path()), name));
        return new Done();
    }
}
