package groundschool.emulator.iam.credential;

import java.time.Instant;

/// A certificate that a user signs SOAP requests of old with.
///
/// Source:
/// [UploadSigningCertificate](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html)
///
/// @param userId whose it is; empty if it is root's
/// @param body PEM
public record SigningCertificate(
        String id, String userId, String body, boolean isActive, Instant uploadedAt) {

    public SigningCertificate active(boolean other) {
        return new SigningCertificate(id, userId, body, other, uploadedAt);
    }
}
