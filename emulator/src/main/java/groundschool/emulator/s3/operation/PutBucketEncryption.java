package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.object.BlockedEncryption;
import groundschool.emulator.s3.object.DefaultEncryption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says how objects are encrypted that come without a word about it.
///
/// Source:
/// [PutBucketEncryption](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html)
public record PutBucketEncryption(
        String bucket,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        Configuration serverSideEncryptionConfiguration,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    private static final Set<String> ALGORITHMS = Set.of("AES256", "aws:kms", "aws:kms:dsse");
    private static final Set<String> KNOWN =
            Set.of(BlockedEncryption.CUSTOMER, BlockedEncryption.NONE);

    public record Configuration(List<Rule> rules) {}

    public record Rule(
            Optional<Usual> applyServerSideEncryptionByDefault,
            Optional<Boolean> bucketKeyEnabled,
            Optional<Blocked> blockedEncryptionTypes) {}

    public record Blocked(Optional<List<String>> encryptionType) {

        private BlockedEncryption setting() {
            var types = encryptionType.orElseThrow(S3Errors::malformedXml);
            if (types.size() != 1 || !KNOWN.containsAll(types)) {
                throw S3Errors.malformedXml();
            }
            return new BlockedEncryption(types);
        }
    }

    public record Usual(Optional<String> sseAlgorithm, Optional<String> kmsMasterKeyID) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutEncryptionConfiguration", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var rules = serverSideEncryptionConfiguration.rules();
        if (rules.size() != 1) {
            throw S3Errors.malformedXml();
        }
        var rule = rules.getFirst();
        if (rule.applyServerSideEncryptionByDefault().isEmpty()
                && rule.blockedEncryptionTypes().isEmpty()) {
            throw S3Errors.malformedXml();
        }
        var usual =
                rule.applyServerSideEncryptionByDefault()
                        .orElseGet(() -> new Usual(Optional.of("AES256"), Optional.empty()));
        var setting =
                new DefaultEncryption(
                        usual.sseAlgorithm()
                                .filter(ALGORITHMS::contains)
                                .orElseThrow(S3Errors::malformedXml),
                        usual.kmsMasterKeyID(),
                        rule.bucketKeyEnabled().orElse(false));
        if (setting.algorithm().equals("AES256") && setting.kmsKey().isPresent()) {
            throw S3Errors.invalidArgument(
                    "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse",
                    "ApplyServerSideEncryptionByDefault");
        }
        var changed = found.with(setting);
        buckets.put(
                rule.blockedEncryptionTypes()
                        .map(blocked -> changed.with(blocked.setting()))
                        .orElse(changed));
        return new Done();
    }
}
