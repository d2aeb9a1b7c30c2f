package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.UserKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Lists the access keys of a user, without their secrets; without a name, those of the one who
/// asks.
///
/// Source:
/// [ListAccessKeys](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html)
public record ListAccessKeys(
        Optional<String> userName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<Shown> accessKeyMetadata, boolean isTruncated, Optional<String> marker) {}

    /// What is shown of a key.
    public record Shown(String userName, String accessKeyId, String status, Instant createDate) {

        static Shown of(UserKey key, String userName) {
            return new Shown(
                    userName, key.id(), key.isActive() ? "Active" : "Inactive", key.createdAt());
        }
    }

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:ListAccessKeys", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        var keys =
                identities
                        .keysOf(owner.userId())
                        .sorted(Comparator.comparing(UserKey::createdAt))
                        .toList();
        var page =
                new Paging("ListAccessKeys " + owner.userId(), marker, maxItems)
                        .of(keys, UserKey::id)
                        .map(key -> Shown.of(key, owner.name()));
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}
