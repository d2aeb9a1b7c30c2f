package groundschool.emulator.dynamodb;

import groundschool.emulator.Call;

/// How requests name a table: by its name, or by its ARN.
public final class TableName {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 255;

    private TableName() {}

    /// The plain name.
    ///
    /// @throws groundschool.emulator.AwsException if it is no name that a table could have, or an
    ///   ARN of another account or Region
    public static String of(String nameOrArn, Call call) {
        if (nameOrArn.startsWith("arn:")) {
            var prefix = call.arn("dynamodb", "table/");
            if (!nameOrArn.startsWith(prefix)) {
                throw TableErrors.notFound();
            }
            return nameOrArn.substring(prefix.length());
        }
        if (!isAllowed(nameOrArn)) {
            throw unfit(nameOrArn, "satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }
        if (nameOrArn.length() > LONGEST) {
            throw unfit(nameOrArn, "have length less than or equal to " + LONGEST);
        }
        return nameOrArn;
    }

    /// The name of a table that is to be, for which the service asks for three characters.
    static String ofNew(String nameOrArn, Call call) {
        var name = of(nameOrArn, call);
        if (name.length() < SHORTEST) {
            throw unfit(name, "have length greater than or equal to " + SHORTEST);
        }
        return name;
    }

    private static boolean isAllowed(String name) {
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean isIn =
                    letter >= 'a' && letter <= 'z'
                            || letter >= 'A' && letter <= 'Z'
                            || letter >= '0' && letter <= '9'
                            || letter == '_'
                            || letter == '.'
                            || letter == '-';
            if (!isIn) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static RuntimeException unfit(String name, String constraint) {
        return DynamoDbErrors.validation(
                "1 validation error detected: Value '%s' at 'tableName' failed to satisfy constraint: Member must %s"
                        .formatted(name, constraint));
    }
}
