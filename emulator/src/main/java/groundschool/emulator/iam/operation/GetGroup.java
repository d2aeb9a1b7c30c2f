package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.User;
import java.util.List;
import java.util.Optional;

/// Shows a group, and lists the users in it by name.
///
/// Source: [GetGroup](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroup.html)
public record GetGroup(String groupName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            GroupDescription group,
            List<UserDescription> users,
            boolean isTruncated,
            Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.group("iam:GetGroup", identities, call, groupName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var group = Known.group(identities, groupName);
        var users = identities.users().filter(user -> user.groups().contains(group.id())).toList();
        var page = new Paging("GetGroup " + group.id(), marker, maxItems).of(users, User::id);
        return new Response(
                GroupDescription.of(group, call.account()),
                page.map(user -> UserDescription.inList(user, call.account())).items(),
                page.isTruncated(),
                page.marker());
    }
}
