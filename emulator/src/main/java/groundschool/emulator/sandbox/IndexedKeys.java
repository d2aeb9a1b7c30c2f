package groundschool.emulator.sandbox;

import groundschool.emulator.Principal;
import java.util.Optional;
import java.util.function.Supplier;

/// The keys of a sandbox that stand in the index, so that requests find it by them.
final class IndexedKeys implements SandboxKeys {

    private final SandboxIndex index;
    private final RandomNames names;
    private final SessionTokens tokens;
    private final Supplier<Seal> seal;
    private final String sandbox;

    IndexedKeys(
            SandboxIndex index,
            RandomNames names,
            SessionTokens tokens,
            Supplier<Seal> seal,
            String sandbox) {
        this.index = index;
        this.names = names;
        this.tokens = tokens;
        this.seal = seal;
        this.sandbox = sandbox;
    }

    @Override
    public AccessKey mint(Principal principal) {
        var key = new AccessKey(names.accessKeyId(), names.secret(), principal, sandbox);
        index.put(key);
        return key;
    }

    @Override
    public void replace(String id, Principal principal) {
        index.key(id)
                .filter(key -> key.sandbox().equals(sandbox))
                .ifPresent(key -> index.put(new AccessKey(id, key.secret(), principal, sandbox)));
    }

    @Override
    public void forget(String id) {
        index.key(id)
                .filter(key -> key.sandbox().equals(sandbox))
                .ifPresent(key -> index.removeKey(id));
    }

    @Override
    public void claim(String name) {
        index.claim(name, sandbox);
    }

    @Override
    public TemporaryKey temporary(Principal principal) {
        return tokens.issue(principal, sandbox);
    }

    @Override
    public Optional<String> accountOf(String id) {
        return index.key(id).map(key -> key.principal().account());
    }

    @Override
    public String seal(String text) {
        return seal.get().seal(sandbox + "\n" + text);
    }

    @Override
    public Optional<String> open(String sealed) {
        var own = sandbox + "\n";
        return seal.get()
                .open(sealed)
                .filter(text -> text.startsWith(own))
                .map(text -> text.substring(own.length()));
    }
}
