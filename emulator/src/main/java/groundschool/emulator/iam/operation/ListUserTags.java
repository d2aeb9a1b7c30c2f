package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;
import java.util.Optional;

/// Lists the tags of a user.
///
/// Source:
/// [ListUserTags](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html)
public record ListUserTags(String userName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(List<Tag> tags, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:ListUserTags", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var page =
                new Paging("ListUserTags " + user.id(), marker, maxItems).of(user.tags(), Tag::key);
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}
