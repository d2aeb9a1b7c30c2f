package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Takes from a key what was imported. It works again once the same material is.
///
/// Source:
/// [DeleteImportedKeyMaterial](https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteImportedKeyMaterial.html)
public record DeleteImportedKeyMaterial(String keyId, Optional<String> keyMaterialId)
        implements KmsOperation, Operation<Keys> {

    public record Response(String keyId, Optional<String> keyMaterialId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("DeleteImportedKeyMaterial", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        key.requireOrigin("EXTERNAL", call);
        key.requireKept(call);
        KmsErrors.refuse(
                "deleting one of several key materials",
                keyMaterialId.isPresent() && key.materials().size() > 1);
        keys.put(key.forgetting(), call);
        return new Response(
                key.arn(call),
                key.materials().stream()
                        .reduce((_, last) -> last)
                        .map(KeyMaterial::id)
                        .filter(_ -> key.spec().isSymmetric()));
    }
}
