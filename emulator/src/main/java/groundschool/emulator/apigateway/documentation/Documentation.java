package groundschool.emulator.apigateway.documentation;

import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Shelf;
import groundschool.emulator.sandbox.Storage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The documentation of the REST APIs of one sandbox. What is not there is refused in AWS's words.
///
/// Source: [Document REST
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-documenting-api.html)
public final class Documentation {

    private final Shelf<Kept> parts;
    private final Shelf<DocumentationVersion.Kept> versions;

    /// @param order in which parts were added to their API
    record Kept(DocumentationPart part, int order) {}

    public Documentation(Storage storage) {
        this.parts = new Shelf<>("apigateway/documentation-parts", Kept.class, storage);
        this.versions =
                new Shelf<>(
                        "apigateway/documentation-versions",
                        DocumentationVersion.Kept.class,
                        storage);
    }

    /// Those of an API, as they were added.
    public List<DocumentationPart> parts(String region, String api) {
        return parts.below(region, api)
                .sorted(Comparator.comparing(Kept::order))
                .map(Kept::part)
                .toList();
    }

    public DocumentationPart part(String region, String api, String id) {
        return parts.get(region, api, id)
                .map(Kept::part)
                .orElseThrow(() ->
                        GatewayErrors.notFound("Invalid Documentation part identifier specified"));
    }

    /// The part that is about exactly that.
    public Optional<DocumentationPart> at(String region, String api, Location location) {
        return parts(region, api).stream()
                .filter(each -> each.location().equals(location))
                .findFirst();
    }

    public void put(String region, String api, DocumentationPart part) {
        int order =
                parts.get(region, api, part.id())
                        .map(Kept::order)
                        .orElseGet(() ->
                                parts.below(region, api).mapToInt(Kept::order).max().orElse(0) + 1);
        parts.put(new Kept(part, order), region, api, part.id());
    }

    public void remove(String region, String api, DocumentationPart part) {
        parts.remove(region, api, part.id());
    }

    /// Removes all parts of an API; versions stay.
    public void clearParts(String region, String api) {
        parts.clear(region, api);
    }

    /// Removes all that an API has.
    public void clear(String region, String api) {
        parts.clear(region, api);
        versions.clear(region, api);
    }

    public List<DocumentationVersion> versions(String region, String api) {
        return versions.below(region, api).map(DocumentationVersion.Kept::version).toList();
    }

    public Optional<DocumentationVersion> findVersion(String region, String api, String name) {
        return versions.get(region, api, name).map(DocumentationVersion.Kept::version);
    }

    public DocumentationVersion version(String region, String api, String name) {
        return findVersion(region, api, name)
                .orElseThrow(
                        () -> GatewayErrors.notFound("Invalid Documentation version specified"));
    }

    /// The parts that there were when the version was made.
    public List<DocumentationPart> partsOf(String region, String api, String version) {
        return versions.get(region, api, version)
                .map(DocumentationVersion.Kept::parts)
                .orElse(List.of());
    }

    /// Keeps a version: a new one with the parts that there are now.
    public void put(String region, String api, DocumentationVersion version) {
        var kept =
                versions.get(region, api, version.version())
                        .map(DocumentationVersion.Kept::parts)
                        .orElseGet(() -> parts(region, api));
        versions.put(new DocumentationVersion.Kept(version, kept), region, api, version.version());
    }

    public void removeVersion(String region, String api, String name) {
        versions.remove(region, api, name);
    }
}
