package groundschool.emulator.s3;

import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.s3.object.PartErrors;
import groundschool.emulator.s3.object.Segment;
import groundschool.emulator.sandbox.Blobs;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The uploads in parts that are under way in a bucket.
public final class Uploads {

    private final Bucket bucket;
    private final Storage storage;
    private final Blobs blobs;
    private final StoredMap<MultipartUpload> uploads;

    Uploads(Bucket bucket, Storage storage, Blobs blobs) {
        this.bucket = bucket;
        this.storage = storage;
        this.blobs = blobs;
        this.uploads = storage.map(name(), new JsonFormat<>(MultipartUpload.class));
    }

    /// An upload that is under way.
    ///
    /// @param object what it will be: all but bytes, ETag and checksum
    /// @param checksumAlgorithm by which parts and object are remembered
    /// @param checksumType `FULL_OBJECT` or `COMPOSITE`
    /// @param isChecked whether the client asked for that checksum
    /// @param number by which those of one key are in order
    /// @param isOvertaken whether the key was written or deleted since it began
    public record MultipartUpload(
            String id,
            ObjectVersion object,
            String checksumAlgorithm,
            String checksumType,
            boolean isChecked,
            Instant initiated,
            String initiator,
            long number,
            boolean isOvertaken) {

        public String key() {
            return object.key();
        }

        /// The algorithm of parts and object.
        public ChecksumAlgorithm algorithm() {
            return ChecksumAlgorithm.valueOf(checksumAlgorithm);
        }

        private MultipartUpload overtaken() {
            return new MultipartUpload(
                    id,
                    object,
                    checksumAlgorithm,
                    checksumType,
                    isChecked,
                    initiated,
                    initiator,
                    number,
                    true);
        }
    }

    /// A part that has come.
    ///
    /// @param eTag without quotes
    /// @param checksum in base64
    public record UploadedPart(
            int number,
            String eTag,
            long sizeBytes,
            String checksum,
            Instant lastModified,
            List<Segment> segments) {
        public UploadedPart {
            segments = List.copyOf(segments);
        }
    }

    private String name() {
        return "s3/uploads/" + bucket.id();
    }

    private StoredMap<UploadedPart> parts(String uploadId) {
        return storage.map("s3/parts/" + uploadId, new JsonFormat<>(UploadedPart.class));
    }

    void drop() {
        all().toList().forEach(this::abort);
        storage.drop(name());
    }

    /// By key, and the oldest of each key first.
    public Stream<MultipartUpload> all() {
        return uploads.ascending().map(Map.Entry::getValue);
    }

    /// The upload of that id for that key.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public MultipartUpload named(String key, String id) {
        return all(key).filter(upload -> upload.id().equals(id))
                .findFirst()
                .orElseThrow(() -> PartErrors.noSuchUpload(id));
    }

    /// Those of one key.
    public Stream<MultipartUpload> all(String key) {
        return uploads.ascending(
                        Optional.of(place(key, 0)), Optional.of(place(key, Long.MAX_VALUE)))
                .map(Map.Entry::getValue);
    }

    public void add(MultipartUpload upload) {
        uploads.put(place(upload.key(), upload.number()), upload);
    }

    /// Notes that a key was written or deleted.
    void overtake(String key) {
        all(key).filter(upload -> !upload.isOvertaken())
                .toList()
                .forEach(upload -> add(upload.overtaken()));
    }

    /// The number of the next upload of a key.
    public long next(String key) {
        return all(key).mapToLong(MultipartUpload::number).max().orElse(0) + 1;
    }

    /// Its parts, by number.
    public List<UploadedPart> parts(MultipartUpload upload) {
        return parts(upload.id()).ascending().map(Map.Entry::getValue).toList();
    }

    /// Adds a part, in the place of the one that has its number.
    public void put(MultipartUpload upload, UploadedPart part) {
        var parts = parts(upload.id());
        var place = Key.of(ByteBuffer.allocate(4).putInt(part.number()).array());
        parts.get(place).ifPresent(old -> discard(upload, old));
        parts.put(place, part);
        part.segments().forEach(segment -> blobs.need(segment.blob(), owner(upload, part)));
    }

    /// Drops an upload with all its parts. What an object has of them, it keeps.
    public void abort(MultipartUpload upload) {
        parts(upload).forEach(part -> discard(upload, part));
        storage.drop("s3/parts/" + upload.id());
        uploads.remove(place(upload.key(), upload.number()));
    }

    private void discard(MultipartUpload upload, UploadedPart part) {
        var names = new HashSet<String>();
        part.segments().stream().map(Segment::blob).forEach(names::add);
        names.forEach(name -> blobs.discard(name, owner(upload, part)));
    }

    private static String owner(MultipartUpload upload, UploadedPart part) {
        return "s3/" + upload.id() + "/" + part.number();
    }

    private static Key place(String key, long number) {
        var name = key.getBytes(StandardCharsets.UTF_8);
        return Key.of(
                ByteBuffer.allocate(name.length + 9)
                        .put(name)
                        .put((byte) 0)
                        .putLong(number)
                        .array());
    }
}
