package groundschool.emulator.sandbox;

import groundschool.emulator.Principal;
import java.util.Optional;

/// Makes access keys that open a sandbox, and forgets them; claims names that requests without a
/// signature find it by.
///
/// What IAM knows of a key decides whether it lets anybody in; here it is only found. So a key
/// whose transition fails after it was made, or that a rewind takes back, opens nothing.
public interface SandboxKeys {

    /// A new permanent key; it is found from now on, also after a restart.
    AccessKey mint(Principal principal);

    /// Says that a key is another's now, or that its owner is called otherwise.
    void replace(String id, Principal principal);

    /// Forgets a permanent key.
    void forget(String id);

    /// Says that requests about that name may be for this sandbox; others may say so, too. It is
    /// found by the last thousand names.
    ///
    /// A name stays claimed when what it names is deleted, since a rewind may bring that back:
    /// whoever looks for a sandbox asks it whether it has what is looked for.
    void claim(String name);

    /// Credentials that end with the principal's session. They are in no index: the token says
    /// whose they are, to this emulator alone.
    TemporaryKey temporary(Principal principal);

    /// The account that a key belongs to, if it is a permanent one that is known.
    Optional<String> accountOf(String id);

    /// A text that only this emulator can read again.
    String seal(String text);

    /// What was sealed, for this sandbox; nothing if it was not, or for another.
    Optional<String> open(String sealed);
}
