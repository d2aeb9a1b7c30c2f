package groundschool.emulator;

import tools.jackson.databind.JsonNode;

/// About how much memory an input or an output takes: ledgers hold on to what is light, and write
/// it only if somebody looks.
final class Weight {

    /// Beyond so much, in bytes, it is written at once: a thousand entries of a ledger stay below
    /// ten megabytes.
    private static final int LIGHT = 8192;

    /// What a value of a tree takes besides its text.
    private static final int NODE = 48;

    /// What a field of an object takes besides its value: its entry, and its part of the map.
    private static final int FIELD = 100;

    private Weight() {}

    /// Whether a ledger can hold on to it. Of outputs only those are looked at that know their
    /// size.
    static boolean isLight(Object inputOrOutput) {
        return switch (inputOrOutput) {
            case JsonNode tree -> weigh(tree, 0) <= LIGHT;
            case Sized output -> output.sizeBytes() <= LIGHT / 8;
            default -> false;
        };
    }

    /// What was weighed before, and the tree; it stops soon after that is too much.
    private static int weigh(JsonNode tree, int before) {
        int sum = before + NODE;
        if (tree.isObject()) {
            for (var field : tree.properties()) {
                sum = sum > LIGHT ? sum : weigh(field.getValue(), sum + FIELD);
            }
            return sum;
        }
        if (tree.isArray()) {
            for (int i = 0; i < tree.size() && sum <= LIGHT; i++) {
                sum = weigh(tree.get(i), sum);
            }
            return sum;
        }
        return switch (tree.getNodeType()) {
            case STRING -> sum + tree.stringValue().length();
            case BOOLEAN, NULL, NUMBER -> sum;
            // Bytes, and what is no JSON.
            default -> LIGHT + 1;
        };
    }
}
