package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.access.PublicAccessBlockConfiguration;
import java.util.List;
import java.util.Optional;

/// Tells what keeps a bucket from the public.
///
/// Source:
/// [GetPublicAccessBlock](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html)
public record GetPublicAccessBlock(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(PublicAccessBlockConfiguration publicAccessBlockConfiguration) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketPublicAccessBlock", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        return new Response(
                found.setting(PublicAccessBlockConfiguration.class)
                        .orElseThrow(() ->
                                S3Errors.noConfiguration(
                                        "NoSuchPublicAccessBlockConfiguration",
                                        "The public access block configuration was not found",
                                        bucket)));
    }
}
