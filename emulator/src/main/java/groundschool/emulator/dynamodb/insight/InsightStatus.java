package groundschool.emulator.dynamodb.insight;

/// What Contributor Insights of a table or an index is doing.
public enum InsightStatus {
    ENABLING,
    ENABLED,
    DISABLING,
    DISABLED
}
