package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.site.CorsConfiguration;
import java.util.List;
import java.util.Optional;

/// Tells which pages of other origins may read the answers of a bucket.
///
/// Source: [GetBucketCors](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html)
public record GetBucketCors(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(List<CorsConfiguration.Rule> corsRules) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketCORS", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        return found.setting(CorsConfiguration.class)
                .map(cors -> new Response(cors.corsRules()))
                .orElseThrow(() ->
                        S3Errors.noConfiguration(
                                "NoSuchCORSConfiguration",
                                "The CORS configuration does not exist",
                                bucket));
    }
}
