package groundschool.emulator.kms;

import groundschool.emulator.Call;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a request names a key by: an ID, an alias, or the ARN of either.
///
/// @param text as the request has it
/// @param arn what IAM is asked about where the name leads to no key
/// @param alias with its prefix, if it is one
/// @param region of the ARN, or of the call
/// @param account of the ARN, or of the call
record KeyName(String text, String arn, Optional<String> alias, String region, String account) {

    private static final Pattern ID =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}");

    static KeyName of(String text, Call call) {
        if (!text.startsWith("arn:")) {
            var isAlias = text.startsWith(Alias.PREFIX);
            return new KeyName(
                    text,
                    call.arn("kms", isAlias ? text : "key/" + text),
                    Optional.of(text).filter(_ -> isAlias),
                    call.region(),
                    call.account());
        }
        // arn:partition:kms:region:account:resource
        var parts = text.split(":", 6);
        if (parts.length < 6 || !parts[2].equals("kms")) {
            return new KeyName(text, text, Optional.empty(), call.region(), call.account());
        }
        return new KeyName(
                text,
                text,
                Optional.of(parts[5]).filter(resource -> resource.startsWith(Alias.PREFIX)),
                parts[3],
                parts[4]);
    }

    /// The key's own ID.
    ///
    /// @throws groundschool.emulator.AwsException if it can be none
    String id() {
        var id = text.startsWith("arn:") ? text.replaceFirst("^.*:key/", "") : text;
        if (!ID.matcher(id).matches()) {
            throw KmsErrors.invalidKeyId(id);
        }
        return id;
    }
}
