package groundschool.emulator.s3;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.s3.lock.LockConfiguration;
import groundschool.emulator.s3.lock.ObjectLock;
import groundschool.emulator.s3.object.Segment;
import groundschool.emulator.sandbox.Blobs;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The objects in a bucket: versions by key, the newest of each first.
public final class Objects {

    /// Unlike AWS, where there is no end, all objects of a sandbox together take at most this.
    private static final long MOST_BYTES = 10L * 1024 * 1024 * 1024;

    private static final String ID_LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";
    private static final String SIZES = "s3/sizes";

    private final Bucket bucket;
    private final Storage storage;
    private final Blobs blobs;
    private final StoredMap<ObjectVersion> versions;
    private final StoredMap<Long> sizes;

    Objects(Bucket bucket, Storage storage, Blobs blobs) {
        this.bucket = bucket;
        this.storage = storage;
        this.blobs = blobs;
        this.versions = storage.map(name(bucket), new JsonFormat<>(ObjectVersion.class));
        this.sizes = storage.map(SIZES, new JsonFormat<>(Long.class));
    }

    private static String name(Bucket bucket) {
        return "s3/objects/" + bucket.id();
    }

    public Bucket bucket() {
        return bucket;
    }

    /// Whether nothing is in it, not even a deletion's mark.
    public boolean isEmpty() {
        return versions.isEmpty();
    }

    void drop() {
        storage.drop(name(bucket));
        sizes.remove(Key.of(bucket.id()));
    }

    /// All versions whose keys are at least that text, in order.
    ///
    /// @param from in UTF-8
    public Iterator<ObjectVersion> from(byte[] from) {
        return versions.ascending(Optional.of(Key.of(from)), Optional.empty())
                .map(Map.Entry::getValue)
                .iterator();
    }

    /// The versions of a key, the newest first.
    public List<ObjectVersion> versions(String key) {
        return versions.ascending(Optional.of(bound(key, 0)), Optional.of(bound(key, 1)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// The newest version, or the mark that it was deleted.
    public Optional<ObjectVersion> newest(String key) {
        return versions.ascending(Optional.of(bound(key, 0)), Optional.of(bound(key, 1)))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    /// The object as readers see it; nothing if it is not there or was deleted.
    public Optional<ObjectVersion> current(String key) {
        return newest(key).filter(version -> !version.isDeleteMarker());
    }

    /// A version, if it is there; the newest if none is named.
    public Optional<ObjectVersion> peek(String key, Optional<String> versionId) {
        return versionId.isEmpty()
                ? newest(key)
                : versions(key).stream()
                        .filter(version -> version.versionId().equals(versionId.get()))
                        .findFirst();
    }

    /// A version to be read.
    ///
    /// @param method by which errors call what was tried
    /// @throws AwsException if there is none
    public ObjectVersion read(String key, Optional<String> versionId, String method) {
        checkVersionId(versionId);
        var found = peek(key, versionId);
        if (found.isEmpty()) {
            throw versionId.isEmpty()
                    ? S3Errors.noSuchKey(key)
                    : S3Errors.noSuchVersion(key, versionId.get());
        }
        if (found.get().isDeleteMarker()) {
            throw versionId.isEmpty() && !method.equals("PUT")
                    ? S3Errors.deleted(key, found.get().versionId())
                    : S3Errors.deleteMarker(method, found.get().versionId());
        }
        return found.get();
    }

    /// @throws AwsException if no version was ever called so
    public void checkVersionId(Optional<String> versionId) {
        versionId.ifPresent(id -> {
            if (id.isEmpty()) {
                throw S3Errors.invalidArgument(
                        "Version id cannot be the empty string", "versionId", "");
            }
            var isId = id.equals(ObjectVersion.NULL) || id.matches("[A-Za-z0-9._]{32}");
            if (!isId || bucket.versioning() == Bucket.Versioning.NEVER && !id.equals("null")) {
                throw S3Errors.invalidVersion(id);
            }
        });
    }

    /// Writes a new version, which takes the place of what was there if the bucket keeps no
    /// versions.
    ///
    /// @return the version as it was written
    public ObjectVersion write(ObjectVersion object, Call call) {
        long number = newest(object.key()).map(ObjectVersion::number).orElse(0L) + 1;
        var id = newVersionId(object.key(), call.random());
        var written = locked(object, call).as(object.key(), id, number, second(call.now()));
        put(written);
        written.segments().forEach(segment -> blobs.need(segment.blob(), owner(written)));
        grow(written.sizeBytes());
        return written;
    }

    /// What says nothing itself is kept as long as the bucket says.
    private ObjectVersion locked(ObjectVersion object, Call call) {
        var lock = object.lock().orElse(ObjectLock.NONE);
        if (lock.retention().isPresent()) {
            return object;
        }
        return bucket.setting(LockConfiguration.class)
                .flatMap(configuration -> configuration.retention(second(call.now())))
                .map(retention -> object.with(lock.with(Optional.of(retention))))
                .orElse(object);
    }

    /// Saves a version again whose description has changed.
    public void put(ObjectVersion version) {
        versions.put(place(version), version);
    }

    /// Marks an object as deleted in a bucket that keeps versions.
    public ObjectVersion mark(String key, Instant now, RandomGenerator random) {
        long number = newest(key).map(ObjectVersion::number).orElse(0L) + 1;
        var marker = ObjectVersion.marker(key, newVersionId(key, random), number, second(now));
        put(marker);
        return marker;
    }

    /// Removes a version for good.
    public void remove(ObjectVersion version) {
        versions.remove(place(version));
        var names = new HashSet<String>();
        version.segments().stream().map(Segment::blob).forEach(names::add);
        names.forEach(name -> blobs.discard(name, owner(version)));
        grow(-version.sizeBytes());
    }

    /// The id of the next version; where a bucket keeps none, what has that id goes.
    private String newVersionId(String key, RandomGenerator random) {
        if (bucket.versioning() == Bucket.Versioning.ENABLED) {
            var id = new StringBuilder(32);
            for (int i = 0; i < 32; i++) {
                id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
            }
            return id.toString();
        }
        peek(key, Optional.of(ObjectVersion.NULL)).ifPresent(this::remove);
        return ObjectVersion.NULL;
    }

    private void grow(long bytes) {
        if (bytes == 0) {
            return;
        }
        var key = Key.of(bucket.id());
        sizes.put(key, sizes.get(key).orElse(0L) + bytes);
        if (bytes > 0) {
            checkRoom(0);
        }
    }

    /// @throws AwsException if the sandbox has no room for so many bytes more
    public void checkRoom(long bytes) {
        long all = sizes.ascending().mapToLong(Map.Entry::getValue).sum();
        if (all + bytes > MOST_BYTES) {
            throw S3Errors.quotaExceeded(MOST_BYTES);
        }
    }

    private static Instant second(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS);
    }

    private String owner(ObjectVersion version) {
        return "s3/" + bucket.id() + "/" + version.number() + "/" + version.key();
    }

    private static Key place(ObjectVersion version) {
        var name = version.key().getBytes(StandardCharsets.UTF_8);
        return Key.of(
                ByteBuffer.allocate(name.length + 9)
                        .put(name)
                        .put((byte) 0)
                        .putLong(~version.number())
                        .array());
    }

    /// Before, or behind, all versions of a key. No key has a byte that is zero.
    private static Key bound(String key, int end) {
        var name = key.getBytes(StandardCharsets.UTF_8);
        return Key.of(ByteBuffer.allocate(name.length + 1).put(name).put((byte) end).array());
    }
}
