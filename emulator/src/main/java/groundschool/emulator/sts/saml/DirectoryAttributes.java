package groundschool.emulator.sts.saml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which context keys the attributes of directories become.
///
/// Source: [Mapping SAML attributes to AWS trust policy context
/// keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html#saml-attribute-mapping)
final class DirectoryAttributes {

    private static final String PERSON = "urn:oid:1.3.6.1.4.1.5923.1.1.1.";
    private static final String ORGANIZATION = "urn:oid:1.3.6.1.4.1.5923.1.2.1.";

    /// In the order of the numbers that their names end with, from 1 on.
    private static final List<String> PERSON_KEYS =
            List.of(
                    "eduPersonAffiliation",
                    "eduPersonNickname",
                    "eduPersonOrgDN",
                    "eduPersonOrgUnitDN",
                    "eduPersonPrimaryAffiliation",
                    "eduPersonPrincipalName",
                    "eduPersonEntitlement",
                    "eduPersonPrimaryOrgUnitDN",
                    "eduPersonScopedAffiliation",
                    "eduPersonTargetedID",
                    "eduPersonAssurance");

    /// The same, from 2 on.
    private static final List<String> ORGANIZATION_KEYS =
            List.of(
                    "eduOrgHomePageURI",
                    "eduOrgIdentityAuthNPolicyURI",
                    "eduOrgLegalName",
                    "eduOrgSuperiorURI",
                    "eduOrgWhitePagesURI");

    private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    private static final Map<String, List<String>> OTHERS =
            Map.ofEntries(
                    Map.entry(CLAIMS + "name", List.of("name")),
                    Map.entry(
                            "http://schemas.xmlsoap.org/claims/CommonName", List.of("commonName")),
                    Map.entry(CLAIMS + "givenname", List.of("givenName")),
                    Map.entry(CLAIMS + "surname", List.of("surname")),
                    Map.entry(CLAIMS + "emailaddress", List.of("mail")),
                    Map.entry(
                            "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid",
                            List.of("primaryGroupSID")),
                    Map.entry("urn:oid:2.5.4.3", List.of("cn", "commonName")),
                    Map.entry("urn:oid:2.5.4.4", List.of("surname")),
                    Map.entry("urn:oid:2.5.4.42", List.of("givenName")),
                    Map.entry("urn:oid:2.5.4.45", List.of("x500UniqueIdentifier")),
                    Map.entry("urn:oid:0.9.2342.19200300.100.1.1", List.of("uid")),
                    Map.entry("urn:oid:0.9.2342.19200300.100.1.3", List.of("mail")),
                    Map.entry("urn:oid:0.9.2342.19200300.100.1.45", List.of("organizationStatus")));

    private DirectoryAttributes() {}

    /// Those that an attribute of that name becomes; empty if policies cannot test it.
    static List<String> contextKeys(String attribute) {
        var keys = new ArrayList<String>();
        numbered(attribute, PERSON, 1, PERSON_KEYS).ifPresent(keys::add);
        numbered(attribute, ORGANIZATION, 2, ORGANIZATION_KEYS).ifPresent(keys::add);
        keys.addAll(Optional.ofNullable(OTHERS.get(attribute)).orElse(List.of()));
        return keys.stream().map(key -> "saml:" + key).toList();
    }

    private static Optional<String> numbered(
            String attribute, String prefix, int first, List<String> names) {
        for (var i = 0; i < names.size(); i++) {
            if (attribute.equals(prefix + (first + i))) {
                return Optional.of(names.get(i));
            }
        }
        return Optional.empty();
    }
}
