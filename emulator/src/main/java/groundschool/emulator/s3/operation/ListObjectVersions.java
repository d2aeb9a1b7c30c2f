package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.Objects;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists all versions of objects, and the marks of deletions.
///
/// Source:
/// [ListObjectVersions](https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html)
public record ListObjectVersions(
        String bucket,
        Optional<String> delimiter,
        Optional<String> encodingType,
        Optional<String> keyMarker,
        Optional<Long> maxKeys,
        Optional<String> prefix,
        Optional<String> versionIdMarker,
        Optional<String> expectedBucketOwner,
        Optional<Object> requestPayer,
        Optional<List<String>> optionalObjectAttributes)
        implements S3Operation, Operation<Buckets> {

    public record Response(
            boolean isTruncated,
            String keyMarker,
            String versionIdMarker,
            Optional<String> nextKeyMarker,
            Optional<String> nextVersionIdMarker,
            List<Version> versions,
            List<Marker> deleteMarkers,
            String name,
            String prefix,
            Optional<String> delimiter,
            int maxKeys,
            List<CommonPrefix> commonPrefixes,
            Optional<String> encodingType) {}

    public record Version(
            String eTag,
            List<String> checksumAlgorithm,
            Optional<String> checksumType,
            long size,
            String storageClass,
            String key,
            String versionId,
            boolean isLatest,
            Instant lastModified,
            Owner owner) {}

    public record Marker(
            Owner owner, String key, String versionId, boolean isLatest, Instant lastModified) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return Lists.access(
                buckets, call, "s3:ListBucketVersions", bucket, prefix, delimiter, maxKeys);
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var encoding = Listing.Encoding.of(encodingType);
        int most = Listing.most(maxKeys, "max-keys");
        var marker = versionIdMarker.filter(id -> !id.isEmpty());
        if (versionIdMarker.isPresent() && keyMarker.isEmpty()) {
            throw S3Errors.invalidArgument(
                    "A version-id marker cannot be specified without a key marker.",
                    "version-id-marker",
                    versionIdMarker.get());
        }
        var objects = buckets.objects(found);
        var page =
                Listing.of(
                        objects,
                        new Listing.Query(
                                prefix.orElse(""),
                                delimiter.filter(text -> !text.isEmpty()),
                                keyMarker.filter(text -> !text.isEmpty()),
                                most,
                                true,
                                marker));
        var lastVersion =
                page.objects().isEmpty()
                                || page.last()
                                        .filter(page.objects().getLast().key()::equals)
                                        .isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of(page.objects().getLast().versionId());
        return new Response(
                page.isTruncated(),
                encoding.of(keyMarker.orElse("")),
                versionIdMarker.orElse(""),
                page.isTruncated() ? page.last().map(encoding::of) : Optional.empty(),
                page.isTruncated() ? lastVersion : Optional.empty(),
                page.objects().stream()
                        .filter(object -> !object.isDeleteMarker())
                        .map(object ->
                                version(object, encoding, isLatest(objects, object), buckets))
                        .toList(),
                page.objects().stream()
                        .filter(ObjectVersion::isDeleteMarker)
                        .map(object ->
                                new Marker(
                                        Owner.of(buckets),
                                        encoding.of(object.key()),
                                        object.versionId(),
                                        isLatest(objects, object),
                                        object.lastModified()))
                        .toList(),
                bucket,
                encoding.of(prefix.orElse("")),
                delimiter.filter(text -> !text.isEmpty()).map(encoding::of),
                most,
                CommonPrefix.all(page.commonPrefixes(), encoding),
                encoding.type());
    }

    private static boolean isLatest(Objects objects, ObjectVersion version) {
        return objects.newest(version.key())
                .filter(newest -> newest.number() == version.number())
                .isPresent();
    }

    private static Version version(
            ObjectVersion object, Listing.Encoding encoding, boolean isLatest, Buckets buckets) {
        return new Version(
                object.quotedETag(),
                object.checksum().map(sum -> sum.algorithm().name()).stream().toList(),
                object.checksum().map(Checksum::type),
                object.sizeBytes(),
                object.storageClass(),
                encoding.of(object.key()),
                object.versionId(),
                isLatest,
                object.lastModified(),
                Owner.of(buckets));
    }
}
