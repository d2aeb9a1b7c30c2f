package groundschool.emulator.iam.identity;

import java.time.Instant;

/// A group of users.
///
/// Source: [IAM user groups](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html)
///
/// @param id beginning with `AGPA`
public record Group(String path, String name, String id, Instant createdAt, Grants grants) {

    /// Its ARN in that account.
    public String arn(String account) {
        return "arn:aws:iam::" + account + ":group" + path + name;
    }

    public Group named(String otherPath, String otherName) {
        return new Group(otherPath, otherName, id, createdAt, grants);
    }

    public Group with(Grants others) {
        return new Group(path, name, id, createdAt, others);
    }
}
