package groundschool.emulator.kms;

import groundschool.emulator.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/// A key of one Region.
///
/// @param id a UUID
/// @param deletion that is scheduled
/// @param policy the key policy's document
/// @param owner the service of AWS whose key it is, such as `s3`; absent if it is a customer's
/// @param materials the current one last
/// @param rotation that happens by itself
/// @param imports present if its material comes from outside
/// @param regions where its copies are, if it may have some
public record KmsKey(
        String id,
        Instant createdAt,
        String description,
        KeySpec spec,
        KeyUsage usage,
        boolean enabled,
        Optional<Deletion> deletion,
        String policy,
        Map<String, String> tags,
        Optional<String> owner,
        List<KeyMaterial> materials,
        Optional<Rotation> rotation,
        Optional<Imports> imports,
        Optional<MultiRegion> regions) {

    public KmsKey {
        tags = Map.copyOf(tags);
        materials = List.copyOf(materials);
    }

    /// @param at from when on it is gone
    /// @param windowDays from the request until then
    public record Deletion(Instant at, int windowDays) {}

    /// @param next when it happens next
    public record Rotation(int periodDays, Instant next) {}

    /// Material that comes from outside.
    ///
    /// @param isThere whether the key has it now
    /// @param expiresAt from when on it is gone; absent if it stays
    /// @param pending what is to be current after the next rotation
    public record Imports(
            boolean isThere, Optional<Instant> expiresAt, Optional<KeyMaterial> pending) {

        /// Of a key that has none yet.
        public static final Imports NONE = new Imports(false, Optional.empty(), Optional.empty());

        /// As the API calls it.
        public String expirationModel() {
            return expiresAt.isPresent() ? "KEY_MATERIAL_EXPIRES" : "KEY_MATERIAL_DOES_NOT_EXPIRE";
        }
    }

    /// @param primary the Region of the copy that the others are made from
    /// @param replicas the Regions of the others
    public record MultiRegion(String primary, List<String> replicas) {
        public MultiRegion {
            replicas = List.copyOf(replicas);
        }
    }

    public String arn(Call call) {
        return call.arn("kms", "key/" + id);
    }

    /// As the API calls it.
    public String state() {
        if (deletion.isPresent()) {
            return "PendingDeletion";
        }
        return isImportPending() ? "PendingImport" : enabled ? "Enabled" : "Disabled";
    }

    /// `AWS_KMS`, or `EXTERNAL` if its material comes from outside.
    public String origin() {
        return imports.isPresent() ? "EXTERNAL" : "AWS_KMS";
    }

    private boolean isImportPending() {
        return imports.filter(each -> !each.isThere()).isPresent();
    }

    /// The Regions of its copies other than this one.
    public List<String> otherRegions(String here) {
        return regions.stream()
                .flatMap(all -> Stream.concat(Stream.of(all.primary()), all.replicas().stream()))
                .filter(region -> !region.equals(here))
                .toList();
    }

    /// What encrypts and signs.
    public KeyMaterial current() {
        return materials.getLast();
    }

    /// @throws NoSuchElementException if it has none of that id
    public KeyMaterial material(String wanted) {
        return materials.stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(wanted));
    }

    /// @throws groundschool.emulator.AwsException if it can no more, or not now, do its work
    public void requireEnabled(Call call) {
        requireKept(call);
        if (isImportPending()) {
            throw KmsErrors.invalidState(arn(call), "pending import");
        }
        if (!enabled) {
            throw KmsErrors.disabled(arn(call));
        }
    }

    /// @throws groundschool.emulator.AwsException if its material comes from elsewhere
    public void requireOrigin(String wanted, Call call) {
        if (!origin().equals(wanted)) {
            throw KmsErrors.unsupported(
                    "%s origin is %s which is not valid for this operation."
                            .formatted(arn(call), origin()));
        }
    }

    /// @throws groundschool.emulator.AwsException if it is to be deleted
    public void requireKept(Call call) {
        if (deletion.isPresent()) {
            throw KmsErrors.invalidState(arn(call), "pending deletion");
        }
    }

    /// @throws groundschool.emulator.AwsException if it cannot do what is asked
    public void requireUsage(KeyUsage wanted, String operation, Call call) {
        requireEnabled(call);
        if (usage != wanted) {
            throw KmsErrors.wrongUsage(arn(call), usage.name(), operation);
        }
    }

    /// @throws groundschool.emulator.AwsException if it has no such algorithm
    public void requireAlgorithm(String algorithm) {
        if (!spec.algorithms(usage).contains(algorithm)) {
            throw KmsErrors.wrongAlgorithm(algorithm, spec);
        }
    }

    public KmsKey enabled(boolean wanted) {
        return with(description, wanted, deletion, policy, tags, materials, rotation);
    }

    public KmsKey described(String text) {
        return with(text, enabled, deletion, policy, tags, materials, rotation);
    }

    public KmsKey governedBy(String document) {
        return with(description, enabled, deletion, document, tags, materials, rotation);
    }

    public KmsKey tagged(Map<String, String> all) {
        return with(description, enabled, deletion, policy, all, materials, rotation);
    }

    /// To be gone at a time, or not.
    public KmsKey deleted(Optional<Deletion> when) {
        return with(description, false, when, policy, tags, materials, rotation);
    }

    public KmsKey rotating(Optional<Rotation> wanted) {
        return with(description, enabled, deletion, policy, tags, materials, wanted);
    }

    /// With new material.
    ///
    /// @param kind `AUTOMATIC` or `ON_DEMAND`
    public KmsKey rotated(String kind, Instant at) {
        return having(KeyMaterial.fresh(spec, at, Optional.of(kind)));
    }

    /// With material that is current from now on.
    public KmsKey having(KeyMaterial material) {
        var more = new ArrayList<>(materials);
        more.removeIf(each -> each.id().equals(material.id()));
        more.add(material);
        return with(description, enabled, deletion, policy, tags, more, rotation);
    }

    /// With the materials and the rotation of its primary.
    public KmsKey like(KmsKey primary) {
        return with(
                description, enabled, deletion, policy, tags, primary.materials, primary.rotation);
    }

    /// With material from outside, or without it.
    public KmsKey importing(Imports others) {
        return new KmsKey(
                id,
                createdAt,
                description,
                spec,
                usage,
                enabled,
                deletion,
                policy,
                tags,
                owner,
                materials,
                rotation,
                Optional.of(others),
                regions);
    }

    /// Without what was imported; what it was, is remembered by its ID.
    public KmsKey forgetting() {
        var wiped =
                materials.stream()
                        .map(each ->
                                new KeyMaterial(
                                        each.id(),
                                        each.since(),
                                        each.rotation(),
                                        new byte[0],
                                        each.publicKey()))
                        .toList();
        return with(description, enabled, deletion, policy, tags, wiped, rotation)
                .importing(Imports.NONE);
    }

    /// With copies in other Regions.
    public KmsKey spread(MultiRegion others) {
        return new KmsKey(
                id,
                createdAt,
                description,
                spec,
                usage,
                enabled,
                deletion,
                policy,
                tags,
                owner,
                materials,
                rotation,
                imports,
                Optional.of(others));
    }

    boolean isGone(Instant now) {
        return deletion.filter(each -> !now.isBefore(each.at())).isPresent();
    }

    private KmsKey with(
            String description,
            boolean enabled,
            Optional<Deletion> deletion,
            String policy,
            Map<String, String> tags,
            List<KeyMaterial> materials,
            Optional<Rotation> rotation) {
        return new KmsKey(
                id,
                createdAt,
                description,
                spec,
                usage,
                enabled,
                deletion,
                policy,
                tags,
                owner,
                materials,
                rotation,
                imports,
                regions);
    }
}
