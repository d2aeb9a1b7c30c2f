package groundschool.terminal.aws.s3;

import groundschool.terminal.aws.Calls;
import groundschool.terminal.aws.CliException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The calls about objects that the commands are made of.
record ObjectCalls(Calls calls, Runnable beforeEach) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// The objects below a beginning of keys, in the order of their keys.
    ///
    /// @throws CliException if S3 refuses
    List<Item.Stored> below(S3Uri start) {
        var found = new ArrayList<Item.Stored>();
        for (var page : pages(start.bucket(), start.key(), "")) {
            for (var object : page.path("Contents")) {
                var key = object.path("Key").asString();
                found.add(
                        new Item.Stored(
                                key.substring(start.key().length()),
                                start.withKey(key),
                                object.path("Size").asLong(),
                                object.path("ETag").asString("")));
            }
        }
        return found;
    }

    /// The pages of a listing.
    ///
    /// @param delimiter empty if keys are not grouped
    List<JsonNode> pages(String bucket, String prefix, String delimiter) {
        var pages = new ArrayList<JsonNode>();
        var token = "";
        do {
            var input = NODES.objectNode().put("Bucket", bucket).put("Prefix", prefix);
            if (!delimiter.isEmpty()) {
                input.put("Delimiter", delimiter);
            }
            if (!token.isEmpty()) {
                input.put("ContinuationToken", token);
            }
            var page = answer("ListObjectsV2", input);
            pages.add(page);
            token = page.path("NextContinuationToken").asString("");
        } while (!token.isEmpty());
        return pages;
    }

    /// An object that is there.
    ///
    /// @throws Failed if it is not, or may not be looked at
    Item.Stored head(S3Uri uri) throws Failed {
        var input = NODES.objectNode().put("Bucket", uri.bucket()).put("Key", uri.key());
        return switch (call("HeadObject", input)) {
            case Calls.Outcome.Answered(var head) ->
                    new Item.Stored(
                            name(uri.key()),
                            uri,
                            head.path("ContentLength").asLong(),
                            head.path("ETag").asString(""));
            case Calls.Outcome.Refused(var code, _)
                    when code.equals("AccessDenied") || code.equals("403") ->
                    throw new Failed(
                            "An error occurred (403) when calling the HeadObject operation: Forbidden");
            case Calls.Outcome.Refused _ ->
                    throw new Failed(
                            "An error occurred (404) when calling the HeadObject operation: Key \"%s\" does not exist"
                                    .formatted(uri.key()));
        };
    }

    byte[] get(S3Uri uri) throws Failed {
        var input = NODES.objectNode().put("Bucket", uri.bucket()).put("Key", uri.key());
        return Base64.getDecoder().decode(done("GetObject", input).path("Body").asString(""));
    }

    /// @param settings members of PutObject besides bucket, key and body
    void put(byte[] bytes, S3Uri uri, ObjectNode settings) throws Failed {
        var input = settings.deepCopy().put("Bucket", uri.bucket()).put("Key", uri.key());
        done("PutObject", input.put("Body", Base64.getEncoder().encodeToString(bytes)));
    }

    /// @param settings members of CopyObject besides buckets and keys
    void copy(S3Uri from, S3Uri to, ObjectNode settings) throws Failed {
        var source =
                URLEncoder.encode(from.bucket() + "/" + from.key(), StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/");
        done(
                "CopyObject",
                settings.deepCopy()
                        .put("Bucket", to.bucket())
                        .put("Key", to.key())
                        .put("CopySource", source));
    }

    void delete(S3Uri uri) throws Failed {
        done("DeleteObject", NODES.objectNode().put("Bucket", uri.bucket()).put("Key", uri.key()));
    }

    /// Makes a call that must be answered for this item.
    JsonNode done(String operation, ObjectNode input) throws Failed {
        return switch (call(operation, input)) {
            case Calls.Outcome.Answered(var answer) -> answer;
            case Calls.Outcome.Refused(var code, var message) ->
                    throw new Failed(
                            "An error occurred (%s) when calling the %s operation: %s"
                                    .formatted(code, operation, message));
        };
    }

    /// Makes a call without which the command cannot go on.
    JsonNode answer(String operation, ObjectNode input) {
        beforeEach.run();
        return calls.answer(operation, input);
    }

    private Calls.Outcome call(String operation, ObjectNode input) {
        beforeEach.run();
        return calls.call(operation, input);
    }

    /// The last part of a key or path.
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// What S3 said of one item; others go on.
    static final class Failed extends Exception {
        Failed(String message) {
            super(message, null, false, false);
        }
    }
}
