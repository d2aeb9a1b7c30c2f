package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.ServerCertificate;
import java.util.List;
import java.util.Optional;

/// Lists the server certificates under a path.
///
/// Source:
/// [ListServerCertificates](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServerCertificates.html)
public record ListServerCertificates(
        Optional<String> pathPrefix, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<ServerCertificates.Metadata> serverCertificateMetadataList,
            boolean isTruncated,
            Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:ListServerCertificates");
    }

    @Override
    public Response run(Identities identities, Call call) {
        var all =
                Credentials.in(identities)
                        .serverCertificates()
                        .filter(each -> each.path().startsWith(pathPrefix.orElse("/")))
                        .toList();
        var page =
                new Paging("ListServerCertificates", marker, maxItems)
                        .of(all, ServerCertificate::id)
                        .map(each -> ServerCertificates.Metadata.of(each, call));
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}
