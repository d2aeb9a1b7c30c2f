package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.Pem;
import groundschool.emulator.iam.credential.ServerCertificate;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The server certificate that an operation names, what IAM is asked about it, and how it shows it.
final class ServerCertificates {

    private ServerCertificates() {}

    /// @throws groundschool.emulator.AwsException if there is none of that name
    static ServerCertificate named(Identities identities, String name) {
        return Credentials.in(identities)
                .serverCertificate(name)
                .orElseThrow(() ->
                        IamErrors.noSuchEntity(
                                "The Server Certificate with name %s cannot be found."
                                        .formatted(name)));
    }

    static String arn(Call call, String path, String name) {
        return "arn:aws:iam::" + call.account() + ":server-certificate" + path + name;
    }

    static List<Access> access(
            String action,
            Identities identities,
            Call call,
            String name,
            Map<String, List<String>> more) {
        var there = Credentials.in(identities).serverCertificate(name);
        var keys = new HashMap<String, List<String>>();
        there.ifPresent(certificate -> keys.putAll(TagKeys.of(certificate.tags())));
        keys.putAll(more);
        return List.of(
                new Access(
                        action,
                        there.map(certificate -> certificate.arn(call.account()))
                                .orElseGet(() -> arn(call, "/", name)),
                        keys));
    }

    /// The messages for a certificate and a chain that cannot be read are those of many an issue of
    /// Terraform and the AWS CLI, such as [go-acme/lego
    /// #304](https://github.com/go-acme/lego/issues/304).
    ///
    /// @throws groundschool.emulator.AwsException if it is no certificate with its key and chain
    static X509Certificate checked(String body, String privateKey, String chain) {
        var certificates = Pem.certificates(body);
        if (certificates.size() != 1) {
            throw IamErrors.malformedCertificate(
                    "Unable to parse certificate. Please ensure the certificate is in PEM format.");
        }
        var key =
                Pem.privateKey(privateKey)
                        .orElseThrow(() ->
                                IamErrors.malformedCertificate(
                                        "Unable to parse key. Please ensure the key is in PEM format."));
        var certificate = certificates.getFirst();
        if (!Pem.fit(key, certificate.getPublicKey())) {
            throw IamErrors.keyPairMismatch();
        }
        if (!chain.isEmpty()) {
            checkChain(certificate, Pem.certificates(chain));
        }
        return certificate;
    }

    private static void checkChain(X509Certificate first, List<X509Certificate> chain) {
        var signed = first;
        for (var signer : chain) {
            if (!isSignedBy(signed, signer)) {
                throw unchained(chain.indexOf(signer) - 1);
            }
            signed = signer;
        }
        if (chain.isEmpty()) {
            throw unchained(-1);
        }
    }

    private static AwsException unchained(int index) {
        return IamErrors.malformedCertificate(
                "Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, followed by any intermediaries in order. The index within the chain of the invalid certificate is: "
                        + index);
    }

    private static boolean isSignedBy(X509Certificate signed, X509Certificate signer) {
        try {
            signed.verify(signer.getPublicKey());
            return signed.getIssuerX500Principal().equals(signer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// What is shown of a certificate in lists.
    record Metadata(
            String path,
            String serverCertificateName,
            String serverCertificateId,
            String arn,
            Instant uploadDate,
            Instant expiration) {

        static Metadata of(ServerCertificate certificate, Call call) {
            return new Metadata(
                    certificate.path(),
                    certificate.name(),
                    certificate.id(),
                    certificate.arn(call.account()),
                    certificate.uploadedAt(),
                    certificate.expiresAt());
        }
    }
}
