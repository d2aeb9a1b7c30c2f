package groundschool.emulator.wire;

/// Where in an input something is wrong, as the service says it: `keySchema.1.member.keyType`.
final class Paths {

    private Paths() {}

    static String lowerFirst(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static String member(String path, String name) {
        return path.isEmpty() ? lowerFirst(name) : path + "." + lowerFirst(name);
    }

    /// @param index from 1
    static String element(String path, int index) {
        return path + "." + index + ".member";
    }

    static String entry(String path, String key) {
        return path + "." + key + ".member";
    }
}
