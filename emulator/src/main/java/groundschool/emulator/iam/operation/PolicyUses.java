package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Group;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.User;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// How often each managed policy is used, counted when it is asked for.
///
/// Source: [Policy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html)
record PolicyUses(Map<String, Integer> attached, Map<String, Integer> bounding) {

    static PolicyUses of(Identities identities) {
        var attached = new HashMap<String, Integer>();
        var bounding = new HashMap<String, Integer>();
        Stream.of(
                        identities.users().map(User::grants),
                        identities.groups().map(Group::grants),
                        identities.roles().map(Role::grants))
                .flatMap(grants -> grants)
                .forEach(grants -> {
                    grants.attached().forEach(arn -> attached.merge(arn, 1, Integer::sum));
                    grants.boundary().ifPresent(arn -> bounding.merge(arn, 1, Integer::sum));
                });
        return new PolicyUses(attached, bounding);
    }

    int attachments(String arn) {
        return attached.getOrDefault(arn, 0);
    }

    int boundaries(String arn) {
        return bounding.getOrDefault(arn, 0);
    }
}
