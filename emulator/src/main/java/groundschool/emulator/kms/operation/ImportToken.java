package groundschool.emulator.kms.operation;

import groundschool.emulator.Call;
import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.KeySpec;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import groundschool.emulator.kms.crypto.Wrapping;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// What was agreed on before key material is sent: nobody but this emulator can read it again.
///
/// @param keyId the key's own
/// @param algorithm that the material is sent in
/// @param spec of the pair
/// @param until from when on it is good for nothing
/// @param pair whose public key the material is sent in
record ImportToken(String keyId, String algorithm, String spec, Instant until, KeyMaterial pair) {

    private static final String SEPARATOR = "\n";

    byte[] sealed(Call call) {
        var text =
                String.join(
                        SEPARATOR,
                        keyId,
                        algorithm,
                        spec,
                        until.toString(),
                        Base64.getEncoder().encodeToString(pair.secret()));
        return call.keys().seal(text).getBytes(StandardCharsets.UTF_8);
    }

    /// @throws groundschool.emulator.AwsException if it is none of this key's, or its time is over
    static ImportToken of(byte[] sealed, KmsKey key, Call call) {
        var parts =
                call.keys()
                        .open(new String(sealed, StandardCharsets.UTF_8))
                        .map(text -> text.split(SEPARATOR, -1))
                        .filter(each -> each.length == 5 && each[0].equals(key.id()))
                        .orElseThrow(KmsErrors::invalidImportToken);
        var until = Instant.parse(parts[3]);
        if (!call.now().isBefore(until)) {
            throw KmsErrors.expiredImportToken();
        }
        return new ImportToken(
                parts[0],
                parts[1],
                parts[2],
                until,
                new KeyMaterial(
                        "",
                        until,
                        Optional.empty(),
                        Base64.getDecoder().decode(parts[4]),
                        Optional.empty()));
    }

    /// @throws groundschool.emulator.AwsException if the material was not sent in what was agreed
    ///   on
    byte[] open(byte[] wrapped) {
        return Wrapping.unwrap(pair, KeySpec.named(spec).bits(), algorithm, wrapped);
    }
}
