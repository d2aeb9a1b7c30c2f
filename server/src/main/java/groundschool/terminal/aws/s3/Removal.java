package groundschool.terminal.aws.s3;

import groundschool.terminal.shell.Invocation;

/// `aws s3 rm`.
record Removal(ObjectCalls objects, Arguments arguments, Invocation invocation) {

    int run() {
        var uri = S3Uri.of(S3Commands.onlyUri("rm", arguments));
        return arguments.has("--recursive") ? all(uri) : one(uri);
    }

    /// Removes what lies below.
    ///
    /// @return the exit code
    int all(S3Uri start) {
        var exitCode = 0;
        for (var object : objects.below(start)) {
            if (arguments.filters().take(object.path())) {
                exitCode = Math.max(exitCode, one(object.uri()));
            }
        }
        return exitCode;
    }

    int one(S3Uri uri) {
        if (arguments.has("--dryrun")) {
            invocation.out("(dryrun) delete: " + uri + "\n");
            return 0;
        }
        try {
            objects.delete(uri);
            if (!arguments.isQuiet()) {
                invocation.out("delete: " + uri + "\n");
            }
            return 0;
        } catch (ObjectCalls.Failed failure) {
            invocation.error("delete failed: %s %s\n".formatted(uri, failure.getMessage()));
            return 1;
        }
    }
}
