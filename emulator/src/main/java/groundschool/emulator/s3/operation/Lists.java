package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.s3.Buckets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// What the lists of a bucket's contents have in common.
final class Lists {

    private Lists() {}

    /// What IAM is asked, and what policies can test.
    static List<Access> access(
            Buckets buckets,
            Call call,
            String action,
            String bucket,
            Optional<String> prefix,
            Optional<String> delimiter,
            Optional<Long> most) {
        var keys = new HashMap<String, List<String>>();
        prefix.ifPresent(value -> keys.put("s3:prefix", List.of(value)));
        delimiter.ifPresent(value -> keys.put("s3:delimiter", List.of(value)));
        most.ifPresent(value -> keys.put("s3:max-keys", List.of(value.toString())));
        return List.of(buckets.access(call, action, bucket, keys));
    }
}
