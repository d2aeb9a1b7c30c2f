package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import java.util.List;
import java.util.Optional;

/// Has a signing certificate count, or not; without a name, one of those of the one who asks.
///
/// Source:
/// [UpdateSigningCertificate](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSigningCertificate.html)
public record UpdateSigningCertificate(
        Optional<String> userName, String certificateId, String status) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:UpdateSigningCertificate", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        var certificate = SigningCertificates.named(identities, owner, certificateId);
        Credentials.in(identities).put(certificate.active(Statuses.isActive(status)));
        return new Done();
    }
}
