package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.User;
import java.util.List;
import java.util.Optional;

/// Lists users by name, those whose path begins so.
///
/// Source: [ListUsers](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html)
public record ListUsers(
        Optional<String> pathPrefix, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<UserDescription> users, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(Access.to("iam:ListUsers", IamArns.user(call, pathPrefix.orElse("/"), "")));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var prefix = pathPrefix.orElse("/");
        var users = identities.users().filter(user -> user.path().startsWith(prefix)).toList();
        var page = new Paging("ListUsers " + prefix, marker, maxItems).of(users, User::id);
        return new Response(
                page.map(user -> UserDescription.inList(user, call.account())).items(),
                page.isTruncated(),
                page.marker());
    }
}
