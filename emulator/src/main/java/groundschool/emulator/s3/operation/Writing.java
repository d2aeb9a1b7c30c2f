package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.Tag;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.s3.object.Encryption;
import groundschool.emulator.s3.object.Spool;
import groundschool.emulator.sandbox.Blobs;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What those have in common that make an object.
final class Writing {

    private Writing() {}

    /// What IAM is asked.
    static List<Access> access(
            Buckets buckets,
            Call call,
            String bucket,
            String key,
            Map<String, List<String>> keys,
            boolean setsTags,
            boolean setsAcl) {
        var wanted = new ArrayList<Access>();
        for (var action : actions(setsTags, setsAcl)) {
            wanted.add(buckets.access(call, action, bucket, key, Optional.empty(), keys));
        }
        return wanted;
    }

    private static List<String> actions(boolean setsTags, boolean setsAcl) {
        var actions = new ArrayList<>(List.of("s3:PutObject"));
        if (setsTags) {
            actions.add("s3:PutObjectTagging");
        }
        if (setsAcl) {
            actions.add("s3:PutObjectAcl");
        }
        return actions;
    }

    /// What policies can test of tags that a request sets.
    static Map<String, List<String>> tagKeys(List<Tag> tags) {
        var keys = new HashMap<String, List<String>>();
        tags.forEach(tag -> keys.put("s3:RequestObjectTag/" + tag.key(), List.of(tag.value())));
        keys.put("s3:RequestObjectTagKeys", tags.stream().map(Tag::key).toList());
        return keys;
    }

    /// Tags as a header has them: `project=shop&stage=test`.
    ///
    /// @throws AwsException if they are not so
    static List<Tag> tags(String header) {
        var tags = new ArrayList<Tag>();
        for (var pair : header.isEmpty() ? new String[0] : header.split("&")) {
            var parts = pair.split("=", -1);
            if (parts.length > 2) {
                throw badTags(header);
            }
            try {
                tags.add(
                        new Tag(
                                URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                                parts.length < 2
                                        ? ""
                                        : URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
            } catch (IllegalArgumentException e) {
                throw badTags(header);
            }
        }
        if (tags.stream().map(Tag::key).distinct().count() < tags.size()) {
            throw badTags(header);
        }
        return tags;
    }

    private static AwsException badTags(String header) {
        return S3Errors.invalidArgument(
                "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
                "x-amz-tagging",
                header);
    }

    /// A draft with the bytes that have come.
    static ObjectVersion filled(ObjectVersion draft, Spool spool) {
        return new ObjectVersion(
                draft.key(),
                draft.versionId(),
                draft.number(),
                false,
                draft.lastModified(),
                spool.sizeBytes(),
                eTag(spool.md5(), draft.encryption()),
                draft.headers(),
                draft.metadata(),
                draft.storageClass(),
                Optional.of(spool.checksum()),
                draft.encryption(),
                draft.tags(),
                draft.acl(),
                List.of(),
                spool.segments(),
                draft.lock());
    }

    /// The ETag of an object: the MD5 of its bytes, but with keys of KMS or of a customer one that
    /// says nothing of them.
    static String eTag(String md5, Encryption encryption) {
        var secret = encryption.dataKey().or(encryption::customerKeyHash);
        return secret.map(key ->
                        HexFormat.of()
                                .formatHex(
                                        ChecksumAlgorithm.md5(
                                                (md5 + key).getBytes(StandardCharsets.UTF_8))))
                .orElse(md5);
    }

    /// Does what needs the bytes that have come; if that fails, they go.
    static <R> R keeping(Spool spool, Blobs blobs, Supplier<R> work) {
        boolean isKept = false;
        try {
            var result = work.get();
            isKept = true;
            return result;
        } finally {
            if (!isKept) {
                spool.segments().forEach(segment -> blobs.abandon(segment.blob()));
            }
        }
    }
}
