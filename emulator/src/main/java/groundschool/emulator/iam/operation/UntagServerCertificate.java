package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import java.util.List;
import java.util.Map;

/// Takes tags off a server certificate. Keys that it does not have do no harm.
///
/// Source:
/// [UntagServerCertificate](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagServerCertificate.html)
public record UntagServerCertificate(String serverCertificateName, List<String> tagKeys)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ServerCertificates.access(
                "iam:UntagServerCertificate",
                identities,
                call,
                serverCertificateName,
                Map.of("aws:TagKeys", tagKeys));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var certificate = ServerCertificates.named(identities, serverCertificateName);
        Credentials.in(identities)
                .put(certificate.tagged(TagRules.without(certificate.tags(), tagKeys)));
        return new Done();
    }
}
