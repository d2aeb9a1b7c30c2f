package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import java.util.List;
import java.util.Map;

/// Removes a server certificate.
///
/// Source:
/// [DeleteServerCertificate](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServerCertificate.html)
public record DeleteServerCertificate(String serverCertificateName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ServerCertificates.access(
                "iam:DeleteServerCertificate", identities, call, serverCertificateName, Map.of());
    }

    @Override
    public Done run(Identities identities, Call call) {
        Credentials.in(identities)
                .remove(ServerCertificates.named(identities, serverCertificateName));
        return new Done();
    }
}
