package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.SigningCertificate;
import java.time.Instant;

/// The signing certificate that an operation names, and how IAM shows it.
final class SigningCertificates {

    private SigningCertificates() {}

    /// @throws groundschool.emulator.AwsException if the owner has none of that id
    static SigningCertificate named(Identities identities, KeyOwner owner, String id) {
        return Credentials.in(identities)
                .signingCertificate(id)
                .filter(certificate -> certificate.userId().equals(owner.userId()))
                .orElseThrow(() ->
                        IamErrors.noSuchEntity(
                                "The Certificate with id %s cannot be found.".formatted(id)));
    }

    record Shown(
            String userName,
            String certificateId,
            String certificateBody,
            String status,
            Instant uploadDate) {

        static Shown of(SigningCertificate certificate, String userName) {
            return new Shown(
                    userName,
                    certificate.id(),
                    certificate.body(),
                    Statuses.shown(certificate.isActive()),
                    certificate.uploadedAt());
        }
    }
}
