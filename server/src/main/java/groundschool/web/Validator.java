package groundschool.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Answers a repeated request with *not modified* where nothing has changed, by a tag made of the
/// answer's bytes. It is weak because the answer may be sent compressed.
final class Validator {

    private Validator() {}

    static void answer(Context context, byte[] bytes) {
        var tag = tag(bytes);
        context.header("ETag", tag);
        var known = Optional.ofNullable(context.header("If-None-Match"));
        if (known.isPresent() && Arrays.asList(known.get().split(",\\s*")).contains(tag)) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.result(bytes);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
