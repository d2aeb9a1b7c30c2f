package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Lists the tags of a role.
///
/// Source:
/// [ListRoleTags](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html)
public record ListRoleTags(String roleName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.access("iam:ListRoleTags", identities, call, roleName);
    }

    @Override
    public TagPage run(Identities identities, Call call) {
        var role = Roles.named(identities, roleName);
        return TagPage.of(new Paging("ListRoleTags " + role.id(), marker, maxItems), role.tags());
    }
}
