package groundschool.emulator.sandbox;

import groundschool.emulator.Principal;
import java.util.Optional;

/// The keys of a fork, which look like any others and open nothing: a fork is reached from within
/// the process only, and must leave no trace.
final class ForkKeys implements SandboxKeys {

    private final RandomNames names;
    private final String sandbox;
    private final SandboxKeys original;

    /// @param original the keys of the sandbox that it is a fork of
    ForkKeys(RandomNames names, String sandbox, SandboxKeys original) {
        this.names = names;
        this.sandbox = sandbox;
        this.original = original;
    }

    @Override
    public AccessKey mint(Principal principal) {
        return new AccessKey(names.accessKeyId(), names.secret(), principal, sandbox);
    }

    @Override
    public void replace(String id, Principal principal) {
        // Nobody finds the key by an index.
    }

    @Override
    public void forget(String id) {
        // The original keeps its own.
    }

    @Override
    public void claim(String name) {
        // A fork is found by nobody.
    }

    @Override
    public TemporaryKey temporary(Principal principal) {
        // What runs in a fork signs its calls, and comes in by an entrance of the fork.
        return original.temporary(principal);
    }

    @Override
    public Optional<String> accountOf(String id) {
        return original.accountOf(id);
    }

    @Override
    public String seal(String text) {
        return original.seal(text);
    }

    @Override
    public Optional<String> open(String sealed) {
        return original.open(sealed);
    }
}
