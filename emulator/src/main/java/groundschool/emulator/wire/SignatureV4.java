package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.Sandboxes;
import java.util.regex.Pattern;

/// AWS Signature Version 4: finds the caller of a signed request, in its headers or its query.
///
/// Source: [Create a signed
/// request](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html)
public final class SignatureV4 {

    private static final Pattern CREDENTIAL =
            Pattern.compile("Credential=([^/,]+)/([^/,]*)/([^/,]*)/([^/,]*)/aws4_request");

    private final Sandboxes sandboxes;

    public SignatureV4(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    /// Whose request this is.
    ///
    /// @throws AwsException if it is not signed, or not by a key that we know, or wrongly
    public Caller verify(HttpRequest request, byte[] body) {
        var authorization = request.headers().first("Authorization").orElse("");
        var credential = CREDENTIAL.matcher(authorization);
        if (!credential.find()) {
            throw new AwsException(
                    400,
                    "MissingAuthenticationTokenException",
                    "Request is missing Authentication Token");
        }
        var key =
                sandboxes
                        .key(credential.group(1))
                        .orElseThrow(() ->
                                new AwsException(
                                        400,
                                        "UnrecognizedClientException",
                                        "The security token included in the request is invalid."));
        return new Caller(sandboxes.open(key.sandbox()), key.principal(), credential.group(3));
    }
}
