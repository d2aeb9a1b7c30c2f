package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.event.EventDestination;
import groundschool.emulator.s3.event.NotificationConfiguration;
import java.util.List;
import java.util.Optional;

/// Says whom a bucket tells of what.
///
/// Source:
/// [PutBucketNotificationConfiguration](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html)
public record PutBucketNotificationConfiguration(
        String bucket,
        NotificationConfiguration notificationConfiguration,
        Optional<String> expectedBucketOwner,
        Optional<Boolean> skipDestinationValidation)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketNotification", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        notificationConfiguration.check();
        for (var target : notificationConfiguration.targets()) {
            var kind =
                    EventDestination.ALL.stream()
                            .filter(each -> target.element().equals("CloudFunction"))
                            .findFirst()
                            .orElseThrow(() ->
                                    S3Errors.notYet("notifications to a " + target.element()));
            kind.check(target, found, call.services(), skipDestinationValidation.orElse(false));
        }
        buckets.put(
                found.with(notificationConfiguration.identified(() -> Ids.of(48, call.random()))));
        return new Done();
    }
}
