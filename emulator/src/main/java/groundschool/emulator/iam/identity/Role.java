package groundschool.emulator.iam.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A role.
///
/// Source: [IAM roles](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html)
///
/// @param id beginning with `AROA`
/// @param trust the document that says who may assume it
/// @param maxSessionSeconds how long a session may last
/// @param lastUsed when and in which Region a session of it last called
public record Role(
        String path,
        String name,
        String id,
        Instant createdAt,
        String trust,
        Optional<String> description,
        int maxSessionSeconds,
        List<Tag> tags,
        Grants grants,
        Optional<LastUse> lastUsed) {

    public Role {
        tags = List.copyOf(tags);
    }

    /// Its ARN in that account.
    public String arn(String account) {
        return "arn:aws:iam::" + account + ":role" + path + name;
    }

    public Role with(Grants others) {
        return new Role(
                path,
                name,
                id,
                createdAt,
                trust,
                description,
                maxSessionSeconds,
                tags,
                others,
                lastUsed);
    }

    public Role tagged(List<Tag> others) {
        return new Role(
                path,
                name,
                id,
                createdAt,
                trust,
                description,
                maxSessionSeconds,
                others,
                grants,
                lastUsed);
    }

    public Role trusting(String other) {
        return new Role(
                path,
                name,
                id,
                createdAt,
                other,
                description,
                maxSessionSeconds,
                tags,
                grants,
                lastUsed);
    }

    public Role described(Optional<String> other, int otherMaxSessionSeconds) {
        return new Role(
                path,
                name,
                id,
                createdAt,
                trust,
                other,
                otherMaxSessionSeconds,
                tags,
                grants,
                lastUsed);
    }

    public Role used(LastUse use) {
        return new Role(
                path,
                name,
                id,
                createdAt,
                trust,
                description,
                maxSessionSeconds,
                tags,
                grants,
                Optional.of(use));
    }
}
