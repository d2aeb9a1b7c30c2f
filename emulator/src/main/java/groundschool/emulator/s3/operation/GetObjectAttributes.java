package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.s3.object.Encryption;
import groundschool.emulator.s3.object.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says of an object what is asked for: its ETag, checksum, parts, storage class, size.
///
/// Source:
/// [GetObjectAttributes](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html)
public record GetObjectAttributes(
        String bucket,
        String key,
        Optional<String> versionId,
        Optional<Integer> maxParts,
        Optional<Integer> partNumberMarker,
        Optional<String> sseCustomerAlgorithm,
        Optional<String> sseCustomerKey,
        Optional<String> sseCustomerKeyMD5,
        Optional<Object> requestPayer,
        Optional<String> expectedBucketOwner,
        List<String> objectAttributes)
        implements S3Operation, Operation<Buckets> {

    private static final Set<String> KNOWN =
            Set.of("ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize");

    public record Response(
            Instant lastModified,
            Optional<String> versionId,
            Optional<String> eTag,
            Optional<Sum> checksum,
            Optional<Parts> objectParts,
            Optional<String> storageClass,
            Optional<Long> objectSize) {}

    /// A checksum as this answer has it.
    public record Sum(
            Optional<String> checksumCRC32,
            Optional<String> checksumCRC32C,
            Optional<String> checksumCRC64NVME,
            Optional<String> checksumSHA1,
            Optional<String> checksumSHA256,
            String checksumType) {

        static Sum of(Checksum checksum) {
            var sums = new Sums(Optional.of(checksum));
            return new Sum(
                    sums.of(ChecksumAlgorithm.CRC32),
                    sums.of(ChecksumAlgorithm.CRC32C),
                    sums.of(ChecksumAlgorithm.CRC64NVME),
                    sums.of(ChecksumAlgorithm.SHA1),
                    sums.of(ChecksumAlgorithm.SHA256),
                    checksum.type());
        }
    }

    public record Parts(
            int totalPartsCount,
            Optional<Integer> partNumberMarker,
            Optional<Integer> nextPartNumberMarker,
            Optional<Integer> maxParts,
            Optional<Boolean> isTruncated,
            List<OnePart> parts) {}

    public record OnePart(
            int partNumber,
            long size,
            Optional<String> checksumCRC32,
            Optional<String> checksumCRC32C,
            Optional<String> checksumCRC64NVME,
            Optional<String> checksumSHA1,
            Optional<String> checksumSHA256) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        var version = versionId.isPresent() ? "Version" : "";
        return List.of("s3:GetObject%s", "s3:GetObject%sAttributes").stream()
                .map(action ->
                        buckets.access(
                                call, action.formatted(version), bucket, key, versionId, Map.of()))
                .toList();
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        if (objectAttributes.isEmpty() || !KNOWN.containsAll(objectAttributes)) {
            throw S3Errors.invalidArgument(
                    "Invalid attribute name specified.", "x-amz-object-attributes");
        }
        var found = buckets.named(bucket, expectedBucketOwner);
        var object = Versions.read(buckets, call, found, key, versionId, "GET");
        object.encryption()
                .open(
                        new Encryption.CustomerKey(
                                sseCustomerAlgorithm, sseCustomerKey, sseCustomerKeyMD5));
        return new Response(
                object.lastModified(),
                Shown.versionId(object, found),
                asked("ETag", object.eTag()),
                objectAttributes.contains("Checksum")
                        ? object.checksum().map(Sum::of)
                        : Optional.empty(),
                objectAttributes.contains("ObjectParts") && !object.parts().isEmpty()
                        ? Optional.of(parts(object))
                        : Optional.empty(),
                asked("StorageClass", object.storageClass()),
                asked("ObjectSize", object.sizeBytes()));
    }

    private <T> Optional<T> asked(String attribute, T value) {
        return objectAttributes.contains(attribute) ? Optional.of(value) : Optional.empty();
    }

    /// Single parts are told only of objects whose parts have checksums of their own.
    private Parts parts(ObjectVersion object) {
        var all = object.parts();
        if (object.checksum().filter(sum -> sum.type().equals(Checksum.COMPOSITE)).isEmpty()) {
            return new Parts(
                    all.size(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
        int most = Math.min(maxParts.orElse(1000), 1000);
        int after = partNumberMarker.orElse(0);
        var left = all.stream().filter(part -> part.number() > after).toList();
        var page = left.stream().limit(most).toList();
        var algorithm = object.checksum().orElseThrow().algorithm();
        return new Parts(
                all.size(),
                Optional.of(after),
                Optional.of(page.isEmpty() ? 0 : page.getLast().number()),
                Optional.of(most),
                Optional.of(left.size() > page.size()),
                page.stream().map(part -> one(part, algorithm)).toList());
    }

    private static OnePart one(Part part, ChecksumAlgorithm algorithm) {
        var sums =
                new Sums(
                        part.checksum()
                                .map(value -> new Checksum(algorithm, value, Checksum.COMPOSITE)));
        return new OnePart(
                part.number(),
                part.sizeBytes(),
                sums.of(ChecksumAlgorithm.CRC32),
                sums.of(ChecksumAlgorithm.CRC32C),
                sums.of(ChecksumAlgorithm.CRC64NVME),
                sums.of(ChecksumAlgorithm.SHA1),
                sums.of(ChecksumAlgorithm.SHA256));
    }
}
