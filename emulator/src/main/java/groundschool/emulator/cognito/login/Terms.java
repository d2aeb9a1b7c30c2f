package groundschool.emulator.cognito.login;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A document that people of an application agree to when they sign up.
///
/// @param name `terms-of-use` or `privacy-policy`
/// @param links by language, as AWS calls them: `cognito:german`; `cognito:default` for all others
public record Terms(
        String id,
        String clientId,
        String name,
        String source,
        String enforcement,
        NavigableMap<String, String> links,
        Instant createdAt,
        Instant modifiedAt) {

    /// The language of whoever asks for none that there is.
    public static final String USUAL = "cognito:default";

    private static final Map<String, String> LANGUAGES =
            Map.ofEntries(
                    Map.entry("de", "german"),
                    Map.entry("en", "english"),
                    Map.entry("es", "spanish"),
                    Map.entry("fr", "french"),
                    Map.entry("id", "bahasa-indonesia"),
                    Map.entry("it", "italian"),
                    Map.entry("ja", "japanese"),
                    Map.entry("ko", "korean"),
                    Map.entry("nl", "dutch"),
                    Map.entry("pt-BR", "portuguese-brazil"),
                    Map.entry("zh-CN", "chinese-simplified"),
                    Map.entry("zh-TW", "chinese-traditional"));

    public Terms {
        links = Collections.unmodifiableNavigableMap(new TreeMap<>(links));
    }

    /// What the pages call it.
    String title() {
        return name.equals("terms-of-use") ? "Terms of use" : "Privacy policy";
    }

    /// Where it is, for whoever reads a language.
    ///
    /// @param language as the pages are asked for it: `de`
    String link(Optional<String> language) {
        return language.map(each -> "cognito:" + LANGUAGES.getOrDefault(each, ""))
                .map(links::get)
                .or(() -> Optional.ofNullable(links.get(USUAL)))
                .orElseGet(() -> links.firstEntry().getValue());
    }
}
