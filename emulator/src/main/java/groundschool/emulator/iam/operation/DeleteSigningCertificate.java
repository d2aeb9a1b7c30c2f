package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import java.util.List;
import java.util.Optional;

/// Removes a signing certificate; without a name, one of those of the one who asks.
///
/// Source:
/// [DeleteSigningCertificate](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSigningCertificate.html)
public record DeleteSigningCertificate(Optional<String> userName, String certificateId)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:DeleteSigningCertificate", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        Credentials.in(identities)
                .remove(SigningCertificates.named(identities, owner, certificateId));
        return new Done();
    }
}
