package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.site.WebsiteConfiguration;
import java.util.List;
import java.util.Optional;

/// Has a bucket answer as a site.
///
/// Source:
/// [PutBucketWebsite](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html)
public record PutBucketWebsite(
        String bucket,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        WebsiteConfiguration websiteConfiguration,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketWebsite", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        websiteConfiguration.check();
        buckets.put(found.with(websiteConfiguration));
        return new Done();
    }
}
