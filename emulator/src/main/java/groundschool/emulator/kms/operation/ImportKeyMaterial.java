package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import groundschool.emulator.kms.crypto.ImportedMaterial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Gives a key material that was made elsewhere. A key that had some gets the same again, or, if it
/// is symmetric, other material that is current after its next rotation.
///
/// Source:
/// [ImportKeyMaterial](https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html)
public record ImportKeyMaterial(
        String keyId,
        byte[] importToken,
        byte[] encryptedKeyMaterial,
        Optional<Instant> validTo,
        Optional<String> expirationModel,
        Optional<String> importType,
        Optional<String> keyMaterialDescription,
        Optional<String> keyMaterialId)
        implements KmsOperation, Operation<Keys> {

    private static final String EXPIRES = "KEY_MATERIAL_EXPIRES";

    public record Response(String keyId, Optional<String> keyMaterialId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        var access =
                KeyAccess.of(keys, call)
                        .with("kms:ExpirationModel", expirationModel.orElse(EXPIRES));
        validTo.ifPresent(end -> access.with("kms:ValidTo", end));
        return List.of(access.to("ImportKeyMaterial", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        KmsErrors.refuse("KeyMaterialDescription", keyMaterialDescription.isPresent());
        var isForGood = !expirationModel.orElse(EXPIRES).equals(EXPIRES);
        if (!isForGood && validTo.isEmpty()) {
            throw KmsErrors.validation(
                    "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES");
        }
        var key = keys.managed(keyId, call);
        key.requireOrigin("EXTERNAL", call);
        key.requireKept(call);
        var secret = ImportToken.of(importToken, key, call).open(encryptedKeyMaterial);
        var isNew = importType.equals(Optional.of("NEW_KEY_MATERIAL"));
        var isFirst = key.materials().isEmpty();
        var material =
                ImportedMaterial.of(
                        key.spec(),
                        secret,
                        isFirst ? Optional.empty() : Optional.of("ON_DEMAND"),
                        key.id(),
                        call.now());
        if (keyMaterialId.filter(id -> !id.equals(material.id())).isPresent()) {
            throw KmsErrors.incorrectMaterial("The key material has another ID.");
        }
        var ends = isForGood ? Optional.<Instant>empty() : validTo;
        keys.put(
                !isFirst && isNew
                        ? waiting(key, material)
                        : present(key, material, isFirst)
                                .importing(new KmsKey.Imports(true, ends, Optional.empty())),
                call);
        return new Response(
                key.arn(call), Optional.of(material.id()).filter(_ -> key.spec().isSymmetric()));
    }

    private static KmsKey waiting(KmsKey key, KeyMaterial material) {
        var imports = key.imports().orElseThrow();
        imports.pending()
                .ifPresent(pending -> {
                    throw KmsErrors.otherPending(material.id(), key.id(), pending.id());
                });
        return key.importing(
                new KmsKey.Imports(imports.isThere(), imports.expiresAt(), Optional.of(material)));
    }

    private static KmsKey present(KmsKey key, KeyMaterial material, boolean isFirst) {
        if (!isFirst && !key.current().id().equals(material.id())) {
            throw KmsErrors.incorrectMaterial(
                    "The key material is not the one that was imported into this key before.");
        }
        return key.having(material);
    }
}
