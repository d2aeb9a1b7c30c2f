package groundschool.emulator.cognito.federation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Somebody else who vouches for people: an issuer of OpenID Connect, or one that speaks SAML.
///
/// @param details as AWS names them, such as `oidc_issuer`
/// @param attributeMapping by attribute of the pool, the claim that it is taken from
/// @param identifiers other names by which applications ask for it
public record IdentityProvider(
        String name,
        String type,
        SortedMap<String, String> details,
        SortedMap<String, String> attributeMapping,
        List<String> identifiers,
        Instant createdAt,
        Instant modifiedAt) {

    /// The attribute that stands for the user name in a mapping.
    public static final String USERNAME = "username";

    /// What a SAML provider calls somebody, among what it says.
    public static final String NAME_ID = "\nNameID";

    /// What a SAML provider calls itself, likewise.
    public static final String ISSUER = "\nIssuer";

    public IdentityProvider {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        attributeMapping = Collections.unmodifiableSortedMap(new TreeMap<>(attributeMapping));
        identifiers = List.copyOf(identifiers);
    }

    /// One of the details; empty if it is not there.
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }

    public boolean isSaml() {
        return type.equals("SAML");
    }

    /// Whether it is another company's, which cannot be asked from here.
    public boolean isSocial() {
        return !isSaml() && !type.equals("OIDC");
    }

    /// Whether a SAML provider is asked with a signature.
    public boolean signsRequests() {
        return !detail("RequestSigningAlgorithm").isEmpty();
    }

    /// Whether people may come from it without having been sent there.
    public boolean beginsSignIns() {
        return isSaml() && detail("IDPInit").equalsIgnoreCase("true");
    }

    /// Whether people sign out there when they sign out here.
    public boolean endsSignIns() {
        return isSaml() && detail("IDPSignout").equalsIgnoreCase("true");
    }

    /// Whether it has to encrypt what it says.
    public boolean isEncrypted() {
        return detail("EncryptedResponses").equalsIgnoreCase("true");
    }

    /// The claim that says who somebody is.
    public String subjectClaim() {
        return isSaml() ? NAME_ID : attributeMapping.getOrDefault(USERNAME, "sub");
    }

    /// The attributes that claims fill in.
    Map<String, String> mapped(Map<String, String> claims) {
        var all = new LinkedHashMap<String, String>();
        attributeMapping.forEach((attribute, claim) -> {
            var value = claims.getOrDefault(claim, "");
            if (!attribute.equals(USERNAME) && !value.isEmpty()) {
                all.put(attribute, value);
            }
        });
        return all;
    }

    /// What somebody from there is called in the pool.
    public String username(String subject) {
        return name + "_" + subject;
    }

    /// The same with other settings.
    public IdentityProvider with(
            Map<String, String> otherDetails,
            Map<String, String> otherMapping,
            Optional<List<String>> otherIdentifiers,
            Instant now) {
        return new IdentityProvider(
                name,
                type,
                new TreeMap<>(otherDetails),
                new TreeMap<>(otherMapping),
                otherIdentifiers.orElse(identifiers),
                createdAt,
                now);
    }
}
