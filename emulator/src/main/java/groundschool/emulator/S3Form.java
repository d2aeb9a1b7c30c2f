package groundschool.emulator;

import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.object.ConditionErrors;
import groundschool.emulator.s3.object.Upload;
import groundschool.emulator.wire.FormUpload;
import groundschool.emulator.wire.PostPolicy;
import groundschool.emulator.wire.S3Answers;
import groundschool.emulator.wire.S3FormSignature;
import groundschool.emulator.wire.S3Tagging;
import groundschool.emulator.wire.S3Target;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Uploads from a browser, by a form that somebody has signed who may upload.
///
/// Source: [POST Object](https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html)
final class S3Form {

    /// Fields that stand for headers of the same name.
    private static final List<String> HEADERS =
            List.of(
                    "cache-control",
                    "content-type",
                    "content-disposition",
                    "content-encoding",
                    "content-language",
                    "expires");

    private final S3Door door;
    private final S3FormSignature signatures;

    S3Form(S3Door door, S3FormSignature signatures) {
        this.door = door;
        this.signatures = signatures;
    }

    HttpResponse answer(HttpRequest request, S3Target target, String requestId) throws IOException {
        if (!FormUpload.is(request)) {
            throw ConditionErrors.preconditionFailed(
                    "Bucket POST must be of the enclosure-type multipart/form-data");
        }
        var form = FormUpload.read(request);
        var key =
                Optional.ofNullable(form.fields().get("key"))
                        .orElseThrow(() ->
                                S3Errors.invalidArgument(
                                        "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
                                        "key",
                                        ""));
        var signed = signatures.verify(request, form.fields());
        var file = form.file();
        if (signed.isPresent()) {
            var fields = new HashMap<>(form.fields());
            fields.put("bucket", target.bucket().orElse(""));
            var policy = PostPolicy.check(signed.get().policy(), fields, signed.get().now());
            file = new Sized(file, policy);
        }
        var named = target.at(key.replace("${filename}", form.fileName()));
        var output =
                door.put(
                        signed.map(S3FormSignature.Form::caller),
                        headers(request, form.fields()),
                        named,
                        new Upload(Optional.empty(), file, List.of(), Map::of, Upload.Way.POST),
                        requestId);
        return answer(request, form.fields(), named, output, requestId);
    }

    /// The request as if the fields were headers.
    private static HttpRequest headers(HttpRequest request, Map<String, String> fields) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        fields.forEach((name, value) -> {
            boolean isHeader =
                    HEADERS.contains(name)
                            || name.startsWith("x-amz-")
                                    && !name.equals("x-amz-signature")
                                    && !name.equals("x-amz-algorithm")
                                    && !name.equals("x-amz-credential")
                                    && !name.equals("x-amz-date");
            if (isHeader) {
                headers.add(Map.entry(name, value));
            } else if (name.equals("acl")) {
                headers.add(Map.entry("x-amz-acl", value));
            } else if (name.equals("tagging")) {
                headers.add(Map.entry("x-amz-tagging", S3Tagging.header(value)));
            }
        });
        request.headers()
                .first("User-Agent")
                .ifPresent(agent -> headers.add(Map.entry("User-Agent", agent)));
        return new HttpRequest(
                "PUT",
                request.path(),
                "",
                new Headers(headers),
                InputStream.nullInputStream(),
                request.source(),
                request.entrance());
    }

    private static HttpResponse answer(
            HttpRequest request,
            Map<String, String> fields,
            S3Target target,
            JsonNode output,
            String requestId) {
        var bucket = target.bucket().orElse("");
        var key = target.key().orElse("");
        var eTag = output.path("ETag").asString("");
        var host = request.headers().first("Host").orElse("localhost");
        var location =
                "http://%s%s/%s"
                        .formatted(host, target.isHost() ? "" : "/" + bucket, encoded(key, "/"));
        var headers = S3Answers.headers(requestId).with("ETag", eTag).with("Location", location);
        var version = output.path("VersionId").stringValueOpt();
        if (version.isPresent()) {
            headers = headers.with("x-amz-version-id", version.get());
        }
        var redirect =
                Optional.ofNullable(fields.get("success_action_redirect"))
                        .or(() -> Optional.ofNullable(fields.get("redirect")))
                        .filter(text -> text.startsWith("http://") || text.startsWith("https://"));
        if (redirect.isPresent()) {
            return HttpResponse.of(
                    303,
                    S3Answers.headers(requestId)
                            .with("ETag", eTag)
                            .with(
                                    "Location",
                                    "%s%sbucket=%s&key=%s&etag=%s"
                                            .formatted(
                                                    redirect.get(),
                                                    redirect.get().contains("?") ? "&" : "?",
                                                    encoded(bucket, ""),
                                                    encoded(key, ""),
                                                    encoded(eTag, ""))),
                    new byte[0]);
        }
        return switch (fields.getOrDefault("success_action_status", "204")) {
            case "200" -> HttpResponse.of(200, headers, new byte[0]);
            case "201" ->
                    HttpResponse.of(
                            201,
                            headers.with("Content-Type", "application/xml"),
                            S3Answers.postResponse(location, bucket, key, eTag));
            default -> HttpResponse.of(204, headers, new byte[0]);
        };
    }

    private static String encoded(String text, String kept) {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return kept.isEmpty() ? encoded : encoded.replace("%2F", "/");
    }

    /// A file that must have the size which the policy says.
    private static final class Sized extends FilterInputStream {

        private final PostPolicy policy;
        private long seen;

        Sized(InputStream in, PostPolicy policy) {
            super(in);
            this.policy = policy;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = in.read(bytes, offset, length);
            if (got >= 0) {
                seen += got;
                if (seen > policy.mostBytes()) {
                    throw S3Errors.entityTooLarge(seen, policy.mostBytes());
                }
            } else if (seen < policy.leastBytes()) {
                throw new AwsException(
                        400,
                        "EntityTooSmall",
                        "Your proposed upload is smaller than the minimum allowed size",
                        Map.of("ProposedSize", seen, "MinSizeAllowed", policy.leastBytes()));
            }
            return got;
        }
    }
}
