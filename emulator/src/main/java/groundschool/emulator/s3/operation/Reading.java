package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.lock.ObjectLock;
import groundschool.emulator.s3.object.ByteRange;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.Encryption;
import groundschool.emulator.s3.object.PartErrors;
import groundschool.emulator.s3.object.Preconditions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What those have in common that read an object, or what there is to say about it.
interface Reading {

    String bucket();

    String key();

    Optional<String> versionId();

    Optional<String> ifMatch();

    Optional<String> ifNoneMatch();

    Optional<Instant> ifModifiedSince();

    Optional<Instant> ifUnmodifiedSince();

    Optional<String> range();

    Optional<Integer> partNumber();

    Optional<String> checksumMode();

    Optional<String> sseCustomerAlgorithm();

    Optional<String> sseCustomerKey();

    Optional<String> sseCustomerKeyMD5();

    Optional<String> responseCacheControl();

    Optional<String> responseContentDisposition();

    Optional<String> responseContentEncoding();

    Optional<String> responseContentLanguage();

    Optional<String> responseContentType();

    Optional<Instant> responseExpires();

    /// The bytes that are answered.
    ///
    /// @param isPart whether it is not all of them
    /// @param part its number, if it was asked for by one
    record Piece(
            long from, long length, boolean isPart, long size, Optional<Integer> part, int parts) {

        Optional<String> contentRange() {
            return isPart
                    ? Optional.of(new ByteRange(from, length).header(size))
                    : Optional.empty();
        }

        /// How many parts the object has, if one was asked for.
        Optional<Integer> partsCount() {
            return part.isPresent() && parts > 0 ? Optional.of(parts) : Optional.empty();
        }
    }

    /// What IAM is asked.
    static List<Access> access(Buckets buckets, Call call, Reading reading) {
        return List.of(
                buckets.access(
                        call,
                        reading.versionId().isPresent() ? "s3:GetObjectVersion" : "s3:GetObject",
                        reading.bucket(),
                        reading.key(),
                        reading.versionId(),
                        Map.of()));
    }

    /// What the caller may know of an object's lock.
    default Optional<ObjectLock> lock(Buckets buckets, Call call, ObjectVersion object) {
        return object.lock()
                .map(lock ->
                        new ObjectLock(
                                lock.retention()
                                        .filter(_ -> may(buckets, call, "s3:GetObjectRetention")),
                                lock.legalHold()
                                        .filter(_ -> may(buckets, call, "s3:GetObjectLegalHold"))));
    }

    private boolean may(Buckets buckets, Call call, String action) {
        return call.as(call.principal())
                .may(buckets.access(call, action, bucket(), key(), versionId(), Map.of()));
    }

    /// The version that is meant, if the request may have it.
    ///
    /// @throws groundschool.emulator.AwsException if not
    default ObjectVersion find(Buckets buckets, Call call, Bucket bucket, String method) {
        checkOverrides(call);
        if (range().isPresent() && partNumber().isPresent()) {
            throw S3Errors.invalidRequest(
                    "Cannot specify both Range header and partNumber query parameter");
        }
        var object = Versions.read(buckets, call, bucket, key(), versionId(), method);
        object.encryption()
                .open(
                        new Encryption.CustomerKey(
                                sseCustomerAlgorithm(), sseCustomerKey(), sseCustomerKeyMD5()));
        new Preconditions(ifMatch(), ifNoneMatch(), ifModifiedSince(), ifUnmodifiedSince())
                .checkRead(object);
        return object;
    }

    private void checkOverrides(Call call) {
        if (call.principal() instanceof Principal.Anonymous && !overrides().isEmpty()) {
            throw S3Errors.invalidRequest(
                    "Request specific response headers cannot be used for anonymous GET requests.");
        }
    }

    /// The piece of it that is asked for.
    default Piece piece(ObjectVersion object) {
        long size = object.sizeBytes();
        int parts = object.parts().size();
        if (partNumber().isPresent()) {
            int number = partNumber().get();
            if (number < 1 || number > 10_000) {
                throw S3Errors.invalidArgument(
                        "Part number must be an integer between 1 and 10000, inclusive",
                        "partNumber",
                        Integer.toString(number));
            }
            if (number > Math.max(parts, 1)) {
                throw PartErrors.invalidPartNumber(number, Math.max(parts, 1));
            }
            return part(object, number, size, parts);
        }
        return range().flatMap(header -> ByteRange.of(header, size))
                .map(range ->
                        new Piece(
                                range.from(), range.length(), true, size, Optional.empty(), parts))
                .orElse(new Piece(0, size, false, size, Optional.empty(), parts));
    }

    private static Piece part(ObjectVersion object, int number, long size, int parts) {
        if (parts == 0) {
            return new Piece(0, size, size > 0, size, Optional.of(1), 0);
        }
        long from = 0;
        for (var part : object.parts().subList(0, number - 1)) {
            from += part.sizeBytes();
        }
        return new Piece(
                from,
                object.parts().get(number - 1).sizeBytes(),
                true,
                size,
                Optional.of(number),
                parts);
    }

    /// The checksum of the piece, if it is known and asked for.
    default Optional<Checksum> sum(ObjectVersion object, Piece piece) {
        if (checksumMode().filter(mode -> mode.equalsIgnoreCase("ENABLED")).isEmpty()) {
            return Optional.empty();
        }
        if (piece.part().isPresent() && piece.parts() > 0) {
            return object.parts()
                    .get(piece.part().get() - 1)
                    .checksum()
                    .flatMap(value ->
                            object.checksum()
                                    .map(whole ->
                                            new Checksum(whole.algorithm(), value, whole.type())));
        }
        return piece.length() < piece.size() ? Optional.empty() : object.checksum();
    }

    private Map<String, String> overrides() {
        var overrides = new HashMap<String, String>();
        responseCacheControl().ifPresent(value -> overrides.put("Cache-Control", value));
        responseContentDisposition()
                .ifPresent(value -> overrides.put("Content-Disposition", value));
        responseContentEncoding().ifPresent(value -> overrides.put("Content-Encoding", value));
        responseContentLanguage().ifPresent(value -> overrides.put("Content-Language", value));
        responseContentType().ifPresent(value -> overrides.put("Content-Type", value));
        responseExpires()
                .ifPresent(value ->
                        overrides.put(
                                "Expires",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        value.atOffset(ZoneOffset.UTC))));
        return overrides;
    }

    /// The headers that describe the object, as the request wants them.
    default Map<String, String> shown(ObjectVersion object) {
        var headers = new HashMap<>(object.headers());
        headers.putAll(overrides());
        return headers;
    }
}
