package groundschool.emulator.iam.identity;

/// A label of a user, role, policy or another thing of IAM's. Keys compare without regard to case,
/// and keep the one that they were first given with.
///
/// Source: [Tags](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html)
public record Tag(String key, String value) {}
