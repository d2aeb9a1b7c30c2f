package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Lists the instance profiles under a path.
///
/// Source:
/// [ListInstanceProfiles](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfiles.html)
public record ListInstanceProfiles(
        Optional<String> pathPrefix, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<InstanceProfileDescription> instanceProfiles,
            boolean isTruncated,
            Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                Access.to(
                        "iam:ListInstanceProfiles",
                        IamArns.instanceProfile(call, pathPrefix.orElse("/"), "")));
    }

    @Override
    public Response run(Identities identities, Call call) {
        return InstanceProfiles.page(
                new Paging("ListInstanceProfiles", marker, maxItems),
                identities
                        .profiles()
                        .filter(profile -> profile.path().startsWith(pathPrefix.orElse("/"))),
                identities,
                call);
    }
}
