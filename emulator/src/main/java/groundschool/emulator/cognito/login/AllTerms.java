package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The terms of all applications of one pool.
public final class AllTerms {

    private final StoredMap<Terms> terms;

    public AllTerms(Pool pool, Storage storage) {
        this.terms = storage.map("cognito-idp/terms/" + pool.id(), new JsonFormat<>(Terms.class));
    }

    /// All, by id.
    public List<Terms> all() {
        return terms.ascending().map(Map.Entry::getValue).toList();
    }

    /// Those of an application, terms of use last.
    public List<Terms> of(String clientId) {
        return all().stream()
                .filter(each -> each.clientId().equals(clientId))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /// @throws groundschool.emulator.AwsException if there are none of that id
    public Terms named(String id) {
        return terms.get(Key.of(id))
                .orElseThrow(() -> CognitoErrors.resourceNotFound("Terms " + id));
    }

    /// Keeps some.
    ///
    /// @throws groundschool.emulator.AwsException if the application has others of that name, or a
    ///   link leads to no page
    public void put(Terms wanted) {
        if (of(wanted.clientId()).stream()
                .anyMatch(each ->
                        each.name().equals(wanted.name()) && !each.id().equals(wanted.id()))) {
            throw CognitoErrors.of(
                    "TermsExistsException",
                    "Terms %s already exist for the client.".formatted(wanted.name()));
        }
        if (!wanted.links().containsKey(Terms.USUAL)) {
            throw CognitoErrors.invalid("Links must contain " + Terms.USUAL);
        }
        wanted.links().values().forEach(AllTerms::checkLink);
        terms.put(Key.of(wanted.id()), wanted);
    }

    private static void checkLink(String link) {
        var uri = uri(link);
        if (uri.filter(each -> List.of("http", "https").contains(String.valueOf(each.getScheme())))
                .filter(each -> each.getHost() != null)
                .isEmpty()) {
            throw CognitoErrors.invalid("Invalid link: " + link);
        }
    }

    private static Optional<URI> uri(String link) {
        try {
            return Optional.of(new URI(link));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    public void remove(Terms some) {
        terms.remove(Key.of(some.id()));
    }

    /// An application is no more.
    public void forget(String clientId) {
        of(clientId).forEach(this::remove);
    }
}
