package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists when a key got new material.
///
/// Source:
/// [ListKeyRotations](https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyRotations.html)
public record ListKeyRotations(
        String keyId,
        Optional<String> includeKeyMaterial,
        Optional<Integer> limit,
        Optional<String> marker)
        implements KmsOperation, Operation<Keys> {

    public record Response(
            List<RotationEntry> rotations, Optional<String> nextMarker, boolean truncated) {}

    /// @param rotationDate absent for the first material
    public record RotationEntry(
            String keyId,
            String keyMaterialId,
            Optional<String> keyMaterialState,
            Optional<Instant> rotationDate,
            Optional<String> rotationType) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("ListKeyRotations", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var key = Rotating.key(keyId, keys, call);
        var isAll = includeKeyMaterial.equals(Optional.of("ALL_KEY_MATERIAL"));
        var entries =
                key.materials().stream()
                        .filter(each -> isAll || each.rotation().isPresent())
                        .map(each ->
                                new RotationEntry(
                                        key.id(),
                                        each.id(),
                                        Optional.of(
                                                each.equals(key.current())
                                                        ? "CURRENT"
                                                        : "NON_CURRENT"),
                                        each.rotation().map(_ -> each.since()),
                                        each.rotation()))
                        .toList();
        var page = Page.inOrder(entries, limit.orElse(100), marker);
        return new Response(page.elements(), page.next(), page.isTruncated());
    }
}
