package groundschool.emulator.s3.event;

import groundschool.emulator.Services;
import groundschool.emulator.s3.Bucket;
import java.util.List;

/// A kind of thing that buckets tell of what happens in them. To add one: a class, and its line in
/// `ALL`.
public interface EventDestination {

    /// Every kind that there is.
    List<EventDestination> ALL = List.of(new FunctionDestination());

    /// Whether a destination's ARN is one of this kind.
    boolean takes(String arn);

    /// Whether it may be told: that it is there and lets S3 in.
    ///
    /// @throws groundschool.emulator.AwsException if it may not
    void check(NotificationConfiguration.Target target, Bucket bucket, Services services);

    /// Tells it, as part of the transition in which the thing happened. What is refused is lost, as
    /// on AWS.
    ///
    /// @param message in JSON
    void send(
            NotificationConfiguration.Target target,
            Bucket bucket,
            byte[] message,
            Services services);
}
