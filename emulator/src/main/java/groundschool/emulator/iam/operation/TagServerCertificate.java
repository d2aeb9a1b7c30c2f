package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;

/// Gives a server certificate tags, or other values to those that it has.
///
/// Source:
/// [TagServerCertificate](https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagServerCertificate.html)
public record TagServerCertificate(String serverCertificateName, List<Tag> tags)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ServerCertificates.access(
                "iam:TagServerCertificate",
                identities,
                call,
                serverCertificateName,
                TagKeys.requested(tags));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var certificate = ServerCertificates.named(identities, serverCertificateName);
        Credentials.in(identities).put(certificate.tagged(TagRules.with(certificate.tags(), tags)));
        return new Done();
    }
}
