package groundschool.emulator.s3;

import groundschool.emulator.s3.access.Acl;
import groundschool.emulator.s3.lock.ObjectLock;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.Encryption;
import groundschool.emulator.s3.object.Part;
import groundschool.emulator.s3.object.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One version of an object, or the mark that it was deleted.
///
/// @param versionId `null` if it was written while its bucket kept no versions
/// @param number counts the versions of one key, from 1
/// @param eTag without quotes; empty for a delete marker
/// @param headers that describe it, such as `Content-Type`
/// @param metadata the user's own, names in small letters
/// @param parts if it was uploaded in parts; else none
/// @param lock what keeps it from being removed, if anything ever did
public record ObjectVersion(
        String key,
        String versionId,
        long number,
        boolean isDeleteMarker,
        Instant lastModified,
        long sizeBytes,
        String eTag,
        Map<String, String> headers,
        Map<String, String> metadata,
        String storageClass,
        Optional<Checksum> checksum,
        Encryption encryption,
        List<Tag> tags,
        Optional<Acl> acl,
        List<Part> parts,
        List<Segment> segments,
        Optional<ObjectLock> lock) {

    /// What versions are called in a bucket that keeps none.
    public static final String NULL = "null";

    public ObjectVersion {
        headers = new TreeMap<>(headers);
        metadata = new TreeMap<>(metadata);
        tags = List.copyOf(tags);
        parts = List.copyOf(parts);
        segments = List.copyOf(segments);
    }

    /// The mark of a deletion.
    public static ObjectVersion marker(
            String key, String versionId, long number, Instant lastModified) {
        return new ObjectVersion(
                key,
                versionId,
                number,
                true,
                lastModified,
                0,
                "",
                Map.of(),
                Map.of(),
                "STANDARD",
                Optional.empty(),
                Encryption.NONE,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// The ETag as answers have it.
    public String quotedETag() {
        return "\"" + eTag + "\"";
    }

    /// The same with other tags.
    public ObjectVersion withTags(List<Tag> others) {
        return with(storageClass, others, acl, lock);
    }

    /// The same for others.
    public ObjectVersion withAcl(Acl other) {
        return with(storageClass, tags, Optional.of(other), lock);
    }

    /// The same, kept otherwise.
    public ObjectVersion in(String otherClass) {
        return with(otherClass, tags, acl, lock);
    }

    /// The same, locked otherwise.
    public ObjectVersion with(ObjectLock other) {
        return with(storageClass, tags, acl, Optional.of(other));
    }

    private ObjectVersion with(
            String otherClass,
            List<Tag> otherTags,
            Optional<Acl> otherAcl,
            Optional<ObjectLock> otherLock) {
        return new ObjectVersion(
                key,
                versionId,
                number,
                isDeleteMarker,
                lastModified,
                sizeBytes,
                eTag,
                headers,
                metadata,
                otherClass,
                checksum,
                encryption,
                otherTags,
                otherAcl,
                parts,
                segments,
                otherLock);
    }

    /// The same as an object that came in one piece.
    public ObjectVersion hashed(String otherETag, Checksum otherChecksum) {
        return new ObjectVersion(
                key,
                versionId,
                number,
                isDeleteMarker,
                lastModified,
                sizeBytes,
                otherETag,
                headers,
                metadata,
                storageClass,
                Optional.of(otherChecksum),
                encryption,
                tags,
                acl,
                List.of(),
                segments,
                lock);
    }

    /// Some of its bytes, of which neither ETag nor checksum is known.
    public ObjectVersion piece(List<Segment> some, long size) {
        return new ObjectVersion(
                key,
                versionId,
                number,
                false,
                lastModified,
                size,
                "",
                headers,
                metadata,
                storageClass,
                Optional.empty(),
                encryption,
                tags,
                acl,
                List.of(),
                some,
                Optional.empty());
    }

    /// The same as a version of a key.
    public ObjectVersion as(String otherKey, String otherId, long otherNumber, Instant now) {
        return new ObjectVersion(
                otherKey,
                otherId,
                otherNumber,
                isDeleteMarker,
                now,
                sizeBytes,
                eTag,
                headers,
                metadata,
                storageClass,
                checksum,
                encryption,
                tags,
                acl,
                parts,
                segments,
                lock);
    }
}
