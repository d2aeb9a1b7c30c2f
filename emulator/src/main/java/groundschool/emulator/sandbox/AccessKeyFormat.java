package groundschool.emulator.sandbox;

import groundschool.emulator.Principal;
import java.util.List;

/// Access keys in the index: id, secret, sandbox, kind of principal, and what that kind has.
final class AccessKeyFormat implements Format<AccessKey> {

    @Override
    public byte[] write(AccessKey key) {
        return switch (key.principal()) {
            case Principal.Root(var account) -> fields(key, "root", account);
            case Principal.User(var account, var path, var name, var id, _) ->
                    fields(key, "user", account, path, name, id);
            case Principal.RoleSession _,
                    Principal.FederatedUser _,
                    Principal.FederatedIdentity _,
                    Principal.Anonymous _,
                    Principal.AwsService _,
                    Principal.Inspector _ ->
                    throw new IllegalArgumentException("no permanent key: " + key.principal());
        };
    }

    @Override
    public AccessKey read(byte[] bytes) {
        var fields = Fields.read(bytes);
        return new AccessKey(
                fields.get(0),
                fields.get(1),
                principal(fields.get(3), fields.subList(4, fields.size())),
                fields.get(2));
    }

    private static Principal principal(String kind, List<String> fields) {
        return switch (kind) {
            case "root" -> new Principal.Root(fields.get(0));
            case "user" ->
                    new Principal.User(fields.get(0), fields.get(1), fields.get(2), fields.get(3));
            default -> throw new IllegalArgumentException("unknown kind of principal: " + kind);
        };
    }

    private static byte[] fields(AccessKey key, String kind, String... more) {
        var fields = new String[4 + more.length];
        fields[0] = key.id();
        fields[1] = key.secret();
        fields[2] = key.sandbox();
        fields[3] = kind;
        System.arraycopy(more, 0, fields, 4, more.length);
        return Fields.write(fields);
    }
}
