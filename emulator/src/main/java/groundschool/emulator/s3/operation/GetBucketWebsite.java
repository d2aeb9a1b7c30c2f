package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.site.WebsiteConfiguration;
import java.util.List;
import java.util.Optional;

/// Tells how a bucket answers as a site.
///
/// Source:
/// [GetBucketWebsite](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html)
public record GetBucketWebsite(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(
            Optional<WebsiteConfiguration.RedirectAll> redirectAllRequestsTo,
            Optional<WebsiteConfiguration.IndexDocument> indexDocument,
            Optional<WebsiteConfiguration.ErrorDocument> errorDocument,
            Optional<List<WebsiteConfiguration.RoutingRule>> routingRules) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketWebsite", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        return found.setting(WebsiteConfiguration.class)
                .map(site ->
                        new Response(
                                site.redirectAllRequestsTo(),
                                site.indexDocument(),
                                site.errorDocument(),
                                site.routingRules()))
                .orElseThrow(() ->
                        S3Errors.noConfiguration(
                                "NoSuchWebsiteConfiguration",
                                "The specified bucket does not have a website configuration",
                                bucket));
    }
}
