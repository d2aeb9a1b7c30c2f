package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.PolicyNode.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads whom a statement names.
///
/// Source: [How to specify a
/// principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#Principal_specifying)
final class PrincipalReader {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ROOT = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):root");

    /// A user, role, assumed-role session, federated user, or one of CloudFront's old identities.
    /// "You cannot use a wildcard to match part of a principal name or ARN."
    private static final Pattern ARN =
            Pattern.compile(
                    "arn:aws[a-z-]*:(?:iam::(?:\\d{12}:(?:user|role)/|cloudfront:user/)|sts::\\d{12}:(?:assumed-role/[^/*?]+/|federated-user/))[^*?]+");

    /// Source: [Understanding unique ID
    /// prefixes](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes)
    private static final Pattern UNIQUE_ID = Pattern.compile("A(?:IDA|ROA)[A-Z0-9]{8,28}");

    private PrincipalReader() {}

    static Principals read(Fields statement) {
        var names = names(statement);
        return statement.has("NotPrincipal")
                ? new Principals.AllBut(names)
                : new Principals.Only(names);
    }

    /// @throws MalformedPolicyException if one cannot be a principal
    static List<NamedPrincipal> names(Fields statement) {
        var names = new ArrayList<NamedPrincipal>();
        for (var node : statement.all(statement.has("Principal") ? "Principal" : "NotPrincipal")) {
            if (node instanceof Fields kinds) {
                for (var kind : kinds.fields()) {
                    PolicyNode.texts(kind.value())
                            .forEach(text -> names.add(name(kind.name(), text)));
                }
            } else {
                names.add(new NamedPrincipal.Everyone());
            }
        }
        return names;
    }

    private static NamedPrincipal name(String kind, String text) {
        if (text.isEmpty()) {
            throw Malformed.invalidPrincipal(kind.toUpperCase(Locale.ROOT), text);
        }
        return switch (kind) {
            case "Service" -> new NamedPrincipal.Service(text);
            case "Federated" -> new NamedPrincipal.Federated(text);
            case "CanonicalUser" -> new NamedPrincipal.CanonicalUser(text);
            default -> aws(text);
        };
    }

    private static NamedPrincipal aws(String text) {
        if (text.equals("*")) {
            return new NamedPrincipal.Everyone();
        }
        if (ACCOUNT.matcher(text).matches()) {
            return new NamedPrincipal.Account(text, text);
        }
        var root = ROOT.matcher(text);
        if (root.matches()) {
            return new NamedPrincipal.Account(root.group(1), text);
        }
        if (ARN.matcher(text).matches()) {
            return new NamedPrincipal.Arn(text);
        }
        if (UNIQUE_ID.matcher(text).matches()) {
            return new NamedPrincipal.UniqueId(text);
        }
        throw Malformed.invalidPrincipal("AWS", text);
    }
}
