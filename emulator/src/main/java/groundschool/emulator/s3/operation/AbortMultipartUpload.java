package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import java.util.List;
import java.util.Optional;

/// Drops an upload with its parts.
///
/// Source:
/// [AbortMultipartUpload](https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html)
public record AbortMultipartUpload(
        String bucket,
        String key,
        String uploadId,
        Optional<Object> requestPayer,
        Optional<String> expectedBucketOwner,
        Optional<Object> ifMatchInitiatedTime)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:AbortMultipartUpload", bucket, key));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        Refused.all("x-amz-if-match-initiated-time", ifMatchInitiatedTime);
        var uploads = buckets.uploads(buckets.named(bucket, expectedBucketOwner));
        uploads.abort(uploads.named(key, uploadId));
        return new Done();
    }
}
