package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.event.NotificationConfiguration;
import java.util.List;
import java.util.Optional;

/// Tells whom a bucket tells of what.
///
/// Source:
/// [GetBucketNotificationConfiguration](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html)
public record GetBucketNotificationConfiguration(
        String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketNotification", bucket));
    }

    @Override
    public NotificationConfiguration run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        return found.setting(NotificationConfiguration.class)
                .orElse(NotificationConfiguration.NONE);
    }
}
