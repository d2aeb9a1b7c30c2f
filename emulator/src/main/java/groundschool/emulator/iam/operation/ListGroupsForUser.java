package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Group;
import java.util.List;
import java.util.Optional;

/// Lists the groups that a user is in, by name.
///
/// Source:
/// [ListGroupsForUser](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html)
public record ListGroupsForUser(
        String userName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<GroupDescription> groups, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:ListGroupsForUser", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var groups = identities.permissions().groupsOf(user);
        var page =
                new Paging("ListGroupsForUser " + user.id(), marker, maxItems)
                        .of(groups, Group::id);
        return new Response(
                page.map(group -> GroupDescription.of(group, call.account())).items(),
                page.isTruncated(),
                page.marker());
    }
}
