package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.Pem;
import groundschool.emulator.iam.credential.SigningCertificate;
import java.util.List;
import java.util.Optional;

/// Gives a user a certificate to sign requests of old with; without a name, the one who asks.
///
/// Source:
/// [UploadSigningCertificate](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html)
public record UploadSigningCertificate(Optional<String> userName, String certificateBody)
        implements IamOperation {

    public record Response(SigningCertificates.Shown certificate) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:UploadSigningCertificate", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        var read = Pem.certificates(certificateBody);
        if (read.size() != 1) {
            throw IamErrors.malformedCertificate(
                    "Unable to parse certificate. Please ensure the certificate is in PEM format.");
        }
        var credentials = Credentials.in(identities);
        var there = credentials.signingCertificatesOf(owner.userId()).toList();
        if (there.stream().anyMatch(each -> Pem.certificates(each.body()).equals(read))) {
            throw IamErrors.duplicateCertificate();
        }
        Quotas.requireRoom(
                "SigningCertificatesPerUser", there.size(), Quotas.SIGNING_CERTIFICATES_PER_USER);
        var certificate =
                new SigningCertificate(
                        IamIds.signingCertificate(call),
                        owner.userId(),
                        certificateBody,
                        true,
                        IamTimes.now(call));
        credentials.put(certificate);
        return new Response(SigningCertificates.Shown.of(certificate, owner.name()));
    }
}
