package groundschool.emulator.iam.policy;

import java.util.List;

/// Whom a statement is about.
///
/// Source:
/// [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html),
/// [NotPrincipal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html)
public sealed interface Principals {

    /// Everybody who is named, whether to be meant or to be left out.
    default List<NamedPrincipal> names() {
        return switch (this) {
            case Attached _ -> List.of();
            case Only(var only) -> only;
            case AllBut(var allBut) -> allBut;
        };
    }

    /// Whomever the policy is attached to.
    record Attached() implements Principals {}

    /// Those named.
    record Only(List<NamedPrincipal> names) implements Principals {
        public Only {
            names = List.copyOf(names);
        }
    }

    /// Everybody but those named: `NotPrincipal`.
    ///
    /// To be left out of a deny, a user has to be named and its account too; a session also by its
    /// role: "Otherwise, the policy might deny access to the entire account containing the
    /// principal." AWS says that this depends on the service; here it always is so. To be left out
    /// of an allow, one of them being named is enough.
    record AllBut(List<NamedPrincipal> names) implements Principals {
        public AllBut {
            names = List.copyOf(names);
        }
    }
}
