package groundschool.lab.check;

/// Why a check has not passed: what was found where something else was expected.
///
/// @param lookedAt such as `dynamodb DescribeTable orders-x7 in eu-west-1`
/// @param where in what was looked at, as JMESPath; empty if all of it is meant
/// @param found as JSON, or an error's code and message
/// @param expected as JSON, or in words
public record Evidence(String lookedAt, String where, String found, String expected) {

    /// What was found, and where, in one line.
    public String foundThere() {
        return where.isEmpty() ? found : where + " = " + found;
    }
}
