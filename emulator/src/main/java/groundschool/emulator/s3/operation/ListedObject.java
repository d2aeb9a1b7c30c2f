package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An object in a list.
public record ListedObject(
        String key,
        Instant lastModified,
        String eTag,
        List<String> checksumAlgorithm,
        Optional<String> checksumType,
        long size,
        String storageClass,
        Optional<Owner> owner) {

    static ListedObject of(
            ObjectVersion object, Listing.Encoding encoding, boolean withOwner, Buckets buckets) {
        return new ListedObject(
                encoding.of(object.key()),
                object.lastModified(),
                object.quotedETag(),
                object.checksum().map(sum -> sum.algorithm().name()).stream().toList(),
                object.checksum().map(Checksum::type),
                object.sizeBytes(),
                object.storageClass(),
                withOwner ? Optional.of(Owner.of(buckets)) : Optional.empty());
    }
}
