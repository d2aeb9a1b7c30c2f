package groundschool.emulator.dynamodb.insight;

/// Which keys Contributor Insights counts.
///
/// Source: [How it
/// works](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/contributorinsights_HowItWorks.html)
public enum InsightMode {
    ACCESSED_AND_THROTTLED_KEYS,
    THROTTLED_KEYS
}
