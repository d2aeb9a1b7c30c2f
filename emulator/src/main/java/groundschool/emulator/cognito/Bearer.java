package groundschool.emulator.cognito;

/// What a call without a signature brings, by which its pool is found.
public sealed interface Bearer {

    /// The id of an app client.
    record Client(String id) implements Bearer {}

    /// An access token.
    record Token(String token) implements Bearer {}

    /// The id of a pool, beside what is only good there.
    record Pool(String id) implements Bearer {}

    /// A sign-in that is under way.
    record Session(String session) implements Bearer {}
}
