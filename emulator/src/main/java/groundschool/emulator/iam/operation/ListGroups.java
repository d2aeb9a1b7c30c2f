package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Group;
import java.util.List;
import java.util.Optional;

/// Lists groups by name, those whose path begins so.
///
/// Source: [ListGroups](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroups.html)
public record ListGroups(
        Optional<String> pathPrefix, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<GroupDescription> groups, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                Access.to("iam:ListGroups", IamArns.group(call, pathPrefix.orElse("/"), "")));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var prefix = pathPrefix.orElse("/");
        var groups = identities.groups().filter(group -> group.path().startsWith(prefix)).toList();
        var page = new Paging("ListGroups " + prefix, marker, maxItems).of(groups, Group::id);
        return new Response(
                page.map(group -> GroupDescription.of(group, call.account())).items(),
                page.isTruncated(),
                page.marker());
    }
}
