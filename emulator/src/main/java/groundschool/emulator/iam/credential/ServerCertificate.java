package groundschool.emulator.iam.credential;

import groundschool.emulator.iam.identity.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A certificate that a load balancer shows. The private key is checked and not kept, since nobody
/// gets it back.
///
/// Source: [Manage server certificates in
/// IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html)
///
/// @param id beginning with `ASCA`
/// @param body PEM
/// @param chain PEM
public record ServerCertificate(
        String path,
        String name,
        String id,
        String body,
        Optional<String> chain,
        Instant uploadedAt,
        Instant expiresAt,
        List<Tag> tags) {

    public ServerCertificate {
        tags = List.copyOf(tags);
    }

    /// Its ARN in that account.
    public String arn(String account) {
        return "arn:aws:iam::" + account + ":server-certificate" + path + name;
    }

    public ServerCertificate named(String otherPath, String otherName) {
        return new ServerCertificate(
                otherPath, otherName, id, body, chain, uploadedAt, expiresAt, tags);
    }

    public ServerCertificate tagged(List<Tag> others) {
        return new ServerCertificate(path, name, id, body, chain, uploadedAt, expiresAt, others);
    }
}
