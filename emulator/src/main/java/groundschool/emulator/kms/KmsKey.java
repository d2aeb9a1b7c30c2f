package groundschool.emulator.kms;

import groundschool.emulator.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A key of one Region.
///
/// @param id a UUID
/// @param deletion that is scheduled
/// @param policy the key policy's document
/// @param owner the service of AWS whose key it is, such as `s3`; absent if it is a customer's
/// @param materials the current one last
/// @param rotation that happens by itself
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
        Optional<Rotation> rotation) {

    public KmsKey {
        tags = Map.copyOf(tags);
        materials = List.copyOf(materials);
    }

    /// @param at from when on it is gone
    /// @param windowDays from the request until then
    public record Deletion(Instant at, int windowDays) {}

    /// @param next when it happens next
    public record Rotation(int periodDays, Instant next) {}

    /// A new key of a customer.
    public static KmsKey fresh(
            String id,
            String description,
            KeySpec spec,
            KeyUsage usage,
            String policy,
            Map<String, String> tags,
            KeyMaterial material) {
        return new KmsKey(
                id,
                material.since(),
                description,
                spec,
                usage,
                true,
                Optional.empty(),
                policy,
                tags,
                Optional.empty(),
                List.of(material),
                Optional.empty());
    }

    /// A key that a service of AWS has in the account.
    static KmsKey of(String service, String id, String policy, KeyMaterial material) {
        return new KmsKey(
                id,
                material.since(),
                "Default key that protects my %s data when no other key is defined"
                        .formatted(AwsManagedKeys.titleOf(service)),
                KeySpec.SYMMETRIC_DEFAULT,
                KeyUsage.ENCRYPT_DECRYPT,
                true,
                Optional.empty(),
                policy,
                Map.of(),
                Optional.of(service),
                List.of(material),
                Optional.empty());
    }

    public String arn(Call call) {
        return call.arn("kms", "key/" + id);
    }

    /// As the API calls it.
    public String state() {
        return deletion.isPresent() ? "PendingDeletion" : enabled ? "Enabled" : "Disabled";
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
        if (!enabled) {
            throw KmsErrors.disabled(arn(call));
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
        var more = new ArrayList<>(materials);
        more.add(KeyMaterial.fresh(spec, at, Optional.of(kind)));
        return with(description, enabled, deletion, policy, tags, more, rotation);
    }

    /// As it is by then, with every rotation that was due.
    KmsKey at(Instant now) {
        var key = this;
        for (var due = rotation; due.isPresent(); due = key.rotation) {
            var next = due.get();
            if (next.next().isAfter(now)) {
                break;
            }
            key =
                    (key.enabled ? key.rotated("AUTOMATIC", next.next()) : key)
                            .rotating(
                                    Optional.of(
                                            new Rotation(
                                                    next.periodDays(),
                                                    next.next()
                                                            .plus(
                                                                    Duration.ofDays(
                                                                            next.periodDays())))));
        }
        return key;
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
                rotation);
    }
}
