package groundschool.emulator.s3.event;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.Services;
import groundschool.emulator.lambda.operation.Invoke;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.S3Errors;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Functions, which are invoked with the event.
///
/// Source: [Process Amazon S3 event notifications with
/// Lambda](https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html)
final class FunctionDestination implements EventDestination {

    private static final Pattern ARN =
            Pattern.compile(
                    "arn:aws[a-z-]*:lambda:([a-z0-9-]+):(\\d{12}):function:([A-Za-z0-9_-]+)(:[A-Za-z0-9$_-]+)?");

    @Override
    public boolean takes(String arn) {
        return arn.contains(":lambda:");
    }

    @Override
    public void check(NotificationConfiguration.Target target, Bucket bucket, Services services) {
        if (!ARN.matcher(target.arn()).matches()) {
            throw S3Errors.invalidArgument(
                    "The ARN could not be parsed", target.element(), target.arn());
        }
        try {
            as(bucket, services).run(dryRun(target.arn()));
        } catch (AwsException refusal) {
            throw new AwsException(
                    400,
                    "InvalidArgument",
                    "Unable to validate the following destination configurations",
                    Map.of(
                            "ArgumentName1",
                            target.arn() + ", null",
                            "ArgumentValue1",
                            "Not authorized to invoke function [%s]".formatted(target.arn())));
        }
    }

    private static Invoke dryRun(String arn) {
        return new Invoke(
                arn,
                Optional.of("DryRun"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("{}".getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void send(
            NotificationConfiguration.Target target,
            Bucket bucket,
            byte[] message,
            Services services) {
        try {
            as(bucket, services).run(Invoke.event(target.arn(), message));
        } catch (AwsException refused) {
            // The ledger has it; S3 tells nobody.
        }
    }

    private static Services.As as(Bucket bucket, Services services) {
        return services.as(
                new Principal.AwsService(services.account(), "s3.amazonaws.com", bucket.arn()),
                bucket.region());
    }
}
