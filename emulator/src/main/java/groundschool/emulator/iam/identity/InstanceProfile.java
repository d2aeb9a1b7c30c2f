package groundschool.emulator.iam.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What hands a role to an EC2 instance.
///
/// Source: [Instance
/// profiles](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html)
///
/// @param id beginning with `AIPA`
/// @param role the id of its role
public record InstanceProfile(
        String path,
        String name,
        String id,
        Instant createdAt,
        List<Tag> tags,
        Optional<String> role) {

    public InstanceProfile {
        tags = List.copyOf(tags);
    }

    /// Its ARN in that account.
    public String arn(String account) {
        return "arn:aws:iam::" + account + ":instance-profile" + path + name;
    }

    public InstanceProfile holding(Optional<String> other) {
        return new InstanceProfile(path, name, id, createdAt, tags, other);
    }

    public InstanceProfile tagged(List<Tag> others) {
        return new InstanceProfile(path, name, id, createdAt, others, role);
    }
}
