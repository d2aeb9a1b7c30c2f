package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The bucket and the object that a request is about.
///
/// @param account whose bucket it is, if the host says so
/// @param isHost whether the host names the bucket
public record S3Target(
        Optional<String> bucket, Optional<String> key, Optional<String> account, boolean isHost) {

    private static final int LONGEST_KEY = 1024;
    private static final Pattern WITH_ACCOUNT = Pattern.compile("(.+)\\.([0-9]{12})");

    /// Those that the path names, or else a host such as `bucket.localhost`, by which SDKs call a
    /// bucket that were told that S3 is at `localhost`.
    public static S3Target of(HttpRequest request) {
        var host = HostName.withoutPort(request.headers().first("Host").orElse(""));
        boolean isBucket =
                host.endsWith(".localhost")
                        && !host.equals("s3.localhost")
                        && !host.matches("s3\\.[a-z0-9-]+\\.localhost");
        return isBucket
                ? ofHost(host.substring(0, host.length() - ".localhost".length()), request)
                : ofPath(request);
    }

    /// Those that the path names.
    public static S3Target ofPath(HttpRequest request) {
        var path = request.path().startsWith("/") ? request.path().substring(1) : request.path();
        int slash = path.indexOf('/');
        var bucket = UrlEncoding.decode(slash < 0 ? path : path.substring(0, slash));
        return new S3Target(
                Optional.of(bucket).filter(name -> !name.isEmpty()),
                slash < 0 ? Optional.empty() : key(path.substring(slash + 1)),
                Optional.empty(),
                false);
    }

    /// A bucket that the host names, and the object that the path names.
    ///
    /// @param name of the bucket; with the account's id behind it, if there are several of that
    ///   name
    public static S3Target ofHost(String name, HttpRequest request) {
        var account = WITH_ACCOUNT.matcher(name);
        boolean hasAccount = account.matches();
        return new S3Target(
                Optional.of(hasAccount ? account.group(1) : name),
                key(request.path().startsWith("/") ? request.path().substring(1) : ""),
                hasAccount ? Optional.of(account.group(2)) : Optional.empty(),
                true);
    }

    /// Another object in the same bucket.
    public S3Target at(String otherKey) {
        return new S3Target(bucket, Optional.of(otherKey), account, isHost);
    }

    private static Optional<String> key(String path) {
        return Optional.of(UrlEncoding.decode(path)).filter(key -> !key.isEmpty());
    }

    /// @throws AwsException if the path is not in UTF-8
    public static void checkPath(HttpRequest request) {
        if (!UrlEncoding.isText(request.path())) {
            throw invalidUri(request.path());
        }
    }

    /// @throws AwsException if no object can have that key
    public void check() {
        key.ifPresent(name -> {
            int size = name.getBytes(StandardCharsets.UTF_8).length;
            if (size > LONGEST_KEY) {
                throw new AwsException(
                        400,
                        "KeyTooLongError",
                        "Your key is too long",
                        Map.of("Size", size, "MaxSizeAllowed", LONGEST_KEY));
            }
            if (name.indexOf('\0') >= 0) {
                throw invalidUri(UrlEncoding.encode(name, "/"));
            }
        });
    }

    private static AwsException invalidUri(String uri) {
        return new AwsException(
                400, "InvalidURI", "Couldn't parse the specified URI.", Map.of("URI", uri));
    }

    /// By the names that operations' inputs have for them.
    public Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        bucket.ifPresent(name -> labels.put("Bucket", name));
        key.ifPresent(name -> labels.put("Key", name));
        return labels;
    }
}
