package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists the tags of a server certificate.
///
/// Source:
/// [ListServerCertificateTags](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServerCertificateTags.html)
public record ListServerCertificateTags(
        String serverCertificateName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ServerCertificates.access(
                "iam:ListServerCertificateTags", identities, call, serverCertificateName, Map.of());
    }

    @Override
    public TagPage run(Identities identities, Call call) {
        var certificate = ServerCertificates.named(identities, serverCertificateName);
        return TagPage.of(
                new Paging("ListServerCertificateTags " + certificate.id(), marker, maxItems),
                certificate.tags());
    }
}
