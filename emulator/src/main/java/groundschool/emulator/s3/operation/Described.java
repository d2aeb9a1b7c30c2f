package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.S3Errors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a request says about the object that it makes.
interface Described {

    /// What is not given to the learner for storing yet: an archive has to be restored first.
    List<String> STORAGE_CLASSES =
            List.of(
                    "STANDARD",
                    "REDUCED_REDUNDANCY",
                    "STANDARD_IA",
                    "ONEZONE_IA",
                    "INTELLIGENT_TIERING",
                    "GLACIER",
                    "DEEP_ARCHIVE",
                    "GLACIER_IR");

    int MOST_METADATA_BYTES = 2048;

    Optional<String> cacheControl();

    Optional<String> contentDisposition();

    Optional<String> contentEncoding();

    Optional<String> contentLanguage();

    Optional<String> contentType();

    Optional<String> expires();

    Optional<Map<String, String>> metadata();

    Optional<String> websiteRedirectLocation();

    Optional<String> storageClass();

    /// The headers that describe it.
    default Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", contentType().orElse("binary/octet-stream"));
        cacheControl().ifPresent(value -> headers.put("Cache-Control", value));
        contentDisposition().ifPresent(value -> headers.put("Content-Disposition", value));
        contentEncoding()
                .map(Described::withoutChunks)
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> headers.put("Content-Encoding", value));
        contentLanguage().ifPresent(value -> headers.put("Content-Language", value));
        expires().ifPresent(value -> headers.put("Expires", value));
        websiteRedirectLocation().ifPresent(value -> headers.put(REDIRECT, checked(value)));
        return headers;
    }

    /// Where a site leads whoever asks for it.
    String REDIRECT = "x-amz-website-redirect-location";

    private static String checked(String location) {
        if (!location.startsWith("/")
                && !location.startsWith("http://")
                && !location.startsWith("https://")) {
            throw S3Errors.invalidRequest(
                    "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.");
        }
        return location;
    }

    /// How a body was sent is no matter of the object.
    private static String withoutChunks(String encoding) {
        return List.of(encoding.split(",")).stream()
                .map(String::strip)
                .filter(each -> !each.equalsIgnoreCase("aws-chunked"))
                .collect(Collectors.joining(","));
    }

    /// The user's own.
    default Map<String, String> ownMetadata() {
        var own = metadata().orElse(Map.of());
        int size =
                own.entrySet().stream()
                        .mapToInt(each -> each.getKey().length() + each.getValue().length())
                        .sum();
        if (size > MOST_METADATA_BYTES) {
            throw S3Errors.metadataTooLarge(size);
        }
        return own;
    }

    /// Where it is kept.
    default String storage() {
        var wanted = storageClass().orElse("STANDARD");
        if (!STORAGE_CLASSES.contains(wanted)) {
            throw S3Errors.invalidStorageClass(wanted);
        }
        return wanted;
    }
}
