package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import java.util.Optional;

/// Finds whose key a signature names, and says in S3's words what is wrong with it.
final class S3Signers {

    private final SignatureV4 signatures;

    S3Signers(SignatureV4 signatures) {
        this.signatures = signatures;
    }

    /// Whoever has signed, as far as the key's id says.
    ///
    /// @param token that was sent with it
    /// @param isKnown whether the token is one of this emulator's
    record Signer(AccessKey key, Sandbox sandbox, Optional<String> token, boolean isKnown) {

        Caller caller(HttpRequest request, String region) {
            var agent = request.headers().first("User-Agent").orElse("");
            return Caller.of(key, sandbox, region, agent).by(request);
        }
    }

    /// @throws AwsException if there is no such key
    Signer find(HttpRequest request, String keyId, Optional<String> token) {
        var temporary = signatures.ofToken(token);
        var key = key(keyId, temporary);
        return new Signer(key, sandbox(request, key), token, temporary.isPresent());
    }

    /// @throws AwsException if the key, or the token, does not count
    void check(Signer signer) {
        if (signer.token().isPresent() && !signer.isKnown()) {
            throw S3SignatureErrors.token(signer.token().get());
        }
        if (!isGood(signer)) {
            throw S3SignatureErrors.unknownKey(signer.key().id());
        }
    }

    private AccessKey key(String id, Optional<AccessKey> temporary) {
        try {
            return signatures.key(id, temporary);
        } catch (AwsException unknown) {
            throw S3SignatureErrors.unknownKey(id);
        }
    }

    private Sandbox sandbox(HttpRequest request, AccessKey key) {
        try {
            return signatures.sandbox(request, key);
        } catch (AwsException elsewhere) {
            throw S3SignatureErrors.unknownKey(key.id());
        }
    }

    private boolean isGood(Signer signer) {
        try {
            return signatures.isGoodFor(signer.key(), signer.sandbox());
        } catch (AwsException expired) {
            throw S3SignatureErrors.expiredToken(signer.token().orElse(""));
        }
    }
}
