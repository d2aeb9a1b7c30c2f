package groundschool.emulator;

import java.util.List;

/// A request to a service that knows how to run itself. Its record components are the members of
/// the operation's input.
///
/// An operation is given one sandbox's store and its call and can reach nothing else, so that
/// isolation between learners is a matter of types.
///
/// @param <S> the service's state in one sandbox
public interface Operation<S> {

    /// What IAM is asked before this runs: every action on every resource that it touches.
    List<Access> access(S store, Call call);

    /// Does it, and gives its answer: a record whose components are the members of the operation's
    /// output.
    ///
    /// Runs under the lock of the sandbox's storage, as one transition: either all that it wrote is
    /// durable when this answers, or, when it throws, nothing is changed.
    ///
    /// @throws AwsException if the service would refuse
    Object run(S store, Call call);
}
