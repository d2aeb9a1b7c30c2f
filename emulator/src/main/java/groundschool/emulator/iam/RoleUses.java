package groundschool.emulator.iam;

import groundschool.emulator.iam.identity.RoleUse;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Map;

/// What a service needs its role for, by names that the service gives: as long as there is
/// something, the role cannot be deleted.
public final class RoleUses {

    private final String role;
    private final StoredMap<RoleUse> uses;

    /// @param uses of all roles
    RoleUses(String role, StoredMap<RoleUse> uses) {
        this.role = role;
        this.uses = uses;
    }

    public void put(String name, RoleUse use) {
        uses.put(key(name), use);
    }

    public void remove(String name) {
        uses.remove(key(name));
    }

    /// All of them, by name.
    public List<RoleUse> all() {
        return entries().stream().map(Map.Entry::getValue).toList();
    }

    /// The names that begin so.
    public List<String> names(String prefix) {
        var start = role.length() + 1;
        return entries().stream()
                .map(entry -> entry.getKey().text().substring(start))
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    private List<Map.Entry<Key, RoleUse>> entries() {
        return uses.ascending()
                .filter(entry -> entry.getKey().text().startsWith(role + "/"))
                .toList();
    }

    private Key key(String name) {
        return Key.of(role + "/" + name);
    }
}
