package groundschool.emulator;

/// A request that waits for something outside of its service's state, such as a function that runs.
/// It holds no lock while it waits, and does all that it does by transitions: a function may invoke
/// itself, and write to the table that triggered it.
///
/// @param <S> the service's state in one sandbox
public interface Interaction<S> extends Request<S> {

    /// Does it, and gives its answer: a record whose components are the members of the operation's
    /// output. Holds no lock; IAM was asked in a transition before.
    ///
    /// @throws AwsException if the service would refuse
    Object run(Turn<S> turn, Call call);
}
