package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Gives bytes that nobody can guess.
///
/// Source:
/// [GenerateRandom](https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateRandom.html)
public record GenerateRandom(
        Optional<Integer> numberOfBytes,
        Optional<Object> customKeyStoreId,
        Optional<Object> recipient)
        implements KmsOperation, Operation<Keys> {

    public record Response(byte[] plaintext) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(Access.to("kms:GenerateRandom", "*"));
    }

    @Override
    public Response run(Keys keys, Call call) {
        KmsErrors.refuse("CustomKeyStoreId", customKeyStoreId.isPresent());
        KmsErrors.refuse("Recipient", recipient.isPresent());
        return new Response(
                KeyMaterial.random(
                        numberOfBytes.orElseThrow(
                                () -> KmsErrors.validation("NumberOfBytes is required."))));
    }
}
