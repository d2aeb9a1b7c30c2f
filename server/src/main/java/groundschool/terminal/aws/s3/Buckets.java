package groundschool.terminal.aws.s3;

import groundschool.terminal.aws.CliException;
import groundschool.terminal.shell.Invocation;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `aws s3 mb`, `rb` and `website`.
record Buckets(ObjectCalls objects, Arguments arguments, Invocation invocation) {

    private static final String FIRST_REGION = "us-east-1";

    int make() {
        var path = S3Commands.onlyUri("mb", arguments);
        var input = bucket(path);
        var region = objects.calls().caller().region();
        if (!region.equals(FIRST_REGION)) {
            input.putObject("CreateBucketConfiguration").put("LocationConstraint", region);
        }
        return done("CreateBucket", input, path, "make_bucket");
    }

    int remove() {
        var path = S3Commands.onlyUri("rb", arguments);
        if (!S3Uri.of(path).key().isEmpty()) {
            throw CliException.invalid(
                    "Please specify a valid bucket name only. E.g. s3://"
                            + S3Uri.of(path).bucket());
        }
        if (arguments.has("--force")) {
            var removal = new Removal(objects, arguments, invocation);
            if (removal.all(S3Uri.of(path)) != 0) {
                invocation.error(
                        "remove_bucket failed: Unable to delete all objects in the bucket, bucket will not be deleted.\n");
                return 255;
            }
        }
        return done("DeleteBucket", bucket(path), path, "remove_bucket");
    }

    /// What is said of how a site is served replaces what was.
    int website() {
        var input = bucket(S3Commands.onlyUri("website", arguments));
        var configuration = input.putObject("WebsiteConfiguration");
        arguments
                .one("--index-document")
                .ifPresent(it -> configuration.putObject("IndexDocument").put("Suffix", it));
        arguments
                .one("--error-document")
                .ifPresent(it -> configuration.putObject("ErrorDocument").put("Key", it));
        objects.answer("PutBucketWebsite", input);
        return 0;
    }

    private int done(String operation, ObjectNode input, String path, String word) {
        try {
            objects.done(operation, input);
            invocation.out("%s: %s\n".formatted(word, input.path("Bucket").asString()));
            return 0;
        } catch (ObjectCalls.Failed failure) {
            invocation.error("%s failed: %s %s\n".formatted(word, path, failure.getMessage()));
            return 1;
        }
    }

    private static ObjectNode bucket(String path) {
        return JsonNodeFactory.instance.objectNode().put("Bucket", S3Uri.of(path).bucket());
    }
}
