package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.object.BlockedEncryption;
import groundschool.emulator.s3.object.DefaultEncryption;
import java.util.List;
import java.util.Optional;

/// Tells how objects are encrypted that come without a word about it.
///
/// Source:
/// [GetBucketEncryption](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html)
public record GetBucketEncryption(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(Configuration serverSideEncryptionConfiguration) {}

    public record Configuration(List<Rule> rules) {}

    public record Rule(
            Usual applyServerSideEncryptionByDefault,
            boolean bucketKeyEnabled,
            Optional<Blocked> blockedEncryptionTypes) {}

    public record Blocked(List<String> encryptionType) {}

    public record Usual(String sseAlgorithm, Optional<String> kmsMasterKeyID) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetEncryptionConfiguration", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var usual = DefaultEncryption.of(found);
        return new Response(
                new Configuration(
                        List.of(
                                new Rule(
                                        new Usual(usual.algorithm(), usual.kmsKey()),
                                        usual.bucketKey(),
                                        found.setting(BlockedEncryption.class)
                                                .map(blocked -> new Blocked(blocked.types()))))));
    }
}
