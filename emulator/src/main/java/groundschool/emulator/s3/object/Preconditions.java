package groundschool.emulator.s3.object;

import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.S3Errors;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// What a request asks of the object that it reads, or of the one that it would replace.
///
/// Source: [Conditional
/// requests](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html)
public record Preconditions(
        Optional<String> ifMatch,
        Optional<String> ifNoneMatch,
        Optional<Instant> ifModifiedSince,
        Optional<Instant> ifUnmodifiedSince) {

    /// What stands before the names of conditions on the source of a copy.
    private static final String OF_SOURCE = "x-amz-copy-source-";

    /// Holds them against an object that is to be read.
    ///
    /// @throws groundschool.emulator.AwsException if one does not hold: what the client has is new
    ///   enough, or something else is there
    public void checkRead(ObjectVersion object) {
        checkRequired(object, "");
        if (isKnown(object)) {
            throw ConditionErrors.notModified(
                    object.quotedETag(),
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            object.lastModified().atOffset(ZoneOffset.UTC)));
        }
    }

    /// Holds them against the source of a copy.
    public void checkSource(ObjectVersion object, Instant now) {
        checkRequired(object, OF_SOURCE);
        if (ifNoneMatch.filter(tags -> matches(tags, object)).isPresent()) {
            throw ConditionErrors.preconditionFailed(OF_SOURCE + "If-None-Match");
        }
        var isOld =
                ifModifiedSince
                        .filter(since -> !since.isAfter(now))
                        .filter(since -> !object.lastModified().isAfter(since))
                        .isPresent();
        if (ifNoneMatch.isEmpty() && isOld) {
            throw ConditionErrors.preconditionFailed(OF_SOURCE + "If-Modified-Since");
        }
    }

    private void checkRequired(ObjectVersion object, String prefix) {
        if (ifMatch.filter(tags -> !matches(tags, object)).isPresent()) {
            throw ConditionErrors.preconditionFailed(prefix + "If-Match");
        }
        if (ifMatch.isEmpty()
                && ifUnmodifiedSince
                        .filter(since -> object.lastModified().isAfter(since))
                        .isPresent()) {
            throw ConditionErrors.preconditionFailed(prefix + "If-Unmodified-Since");
        }
    }

    private boolean isKnown(ObjectVersion object) {
        return ifNoneMatch
                .map(tags -> matches(tags, object))
                .orElseGet(() ->
                        ifModifiedSince
                                .filter(since -> !object.lastModified().isAfter(since))
                                .isPresent());
    }

    private static boolean matches(String tags, ObjectVersion object) {
        return List.of(tags.split(",")).stream()
                .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(object.eTag()));
    }

    /// Holds the two conditions of a write against what is there.
    ///
    /// @param current as readers see it
    /// @throws groundschool.emulator.AwsException if one does not hold, or is of a kind that S3
    ///   does not take
    public static void checkWrite(
            Optional<String> ifMatch,
            Optional<String> ifNoneMatch,
            String key,
            Optional<ObjectVersion> current) {
        checkForm(ifMatch, ifNoneMatch);
        if (ifNoneMatch.isPresent() && current.isPresent()) {
            throw ConditionErrors.preconditionFailed("If-None-Match");
        }
        if (ifMatch.isPresent()) {
            var object = current.orElseThrow(() -> S3Errors.noSuchKey(key));
            if (!matches(ifMatch.get(), object)) {
                throw ConditionErrors.preconditionFailed("If-Match");
            }
        }
    }

    /// Whether they are of the kinds that S3 takes with a write.
    public static void checkForm(Optional<String> ifMatch, Optional<String> ifNoneMatch) {
        if (ifMatch.isPresent() && ifNoneMatch.isPresent()) {
            throw S3Errors.headerNotImplemented(
                    "If-Match,If-None-Match",
                    "Multiple conditional request headers present in the request");
        }
        if (ifNoneMatch.filter(value -> !value.equals("*")).isPresent()) {
            throw S3Errors.headerNotImplemented(
                    "If-None-Match",
                    "We don't accept the provided value of If-None-Match header for this API");
        }
        if (ifMatch.filter(value -> value.equals("*")).isPresent()) {
            throw S3Errors.headerNotImplemented(
                    "If-Match",
                    "We don't accept the provided value of If-Match header for this API");
        }
    }
}
