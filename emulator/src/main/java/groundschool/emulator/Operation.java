package groundschool.emulator;

/// A request that is one transition of its service's state.
///
/// An operation is given one sandbox's store and its call and can reach nothing else, so that
/// isolation between learners is a matter of types.
///
/// @param <S> the service's state in one sandbox
public interface Operation<S> extends Request<S> {

    /// Does it, and gives its answer: a record whose components are the members of the operation's
    /// output.
    ///
    /// Runs under the lock of the sandbox's storage, as one transition: either all that it wrote is
    /// durable when this answers, or, when it throws, nothing is changed.
    ///
    /// @throws AwsException if the service would refuse
    Object run(S store, Call call);
}
