package groundschool.emulator.iam.identity;

import groundschool.emulator.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A user, as IAM keeps it.
///
/// Source: [IAM users](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html)
///
/// @param path `/`, or longer, ending in `/`
/// @param id beginning with `AIDA`
/// @param groups the ids of the groups that it is in
public record User(
        String path,
        String name,
        String id,
        Instant createdAt,
        List<Tag> tags,
        Grants grants,
        List<String> groups,
        Optional<LoginProfile> login) {

    public User {
        tags = List.copyOf(tags);
        groups = List.copyOf(groups);
    }

    /// A new one that may do nothing yet.
    public static User fresh(String path, String name, String id, Instant now) {
        return new User(path, name, id, now, List.of(), Grants.NONE, List.of(), Optional.empty());
    }

    /// Its ARN in that account.
    public String arn(String account) {
        return "arn:aws:iam::" + account + ":user" + path + name;
    }

    /// As it is known to those whom it calls, with permanent credentials.
    public Principal.User principal(String account) {
        return new Principal.User(account, path, name, id);
    }

    public User named(String otherPath, String otherName) {
        return new User(otherPath, otherName, id, createdAt, tags, grants, groups, login);
    }

    public User with(Grants others) {
        return new User(path, name, id, createdAt, tags, others, groups, login);
    }

    public User tagged(List<Tag> others) {
        return new User(path, name, id, createdAt, others, grants, groups, login);
    }

    public User in(List<String> others) {
        return new User(path, name, id, createdAt, tags, grants, others, login);
    }

    public User signingIn(Optional<LoginProfile> other) {
        return new User(path, name, id, createdAt, tags, grants, groups, other);
    }
}
