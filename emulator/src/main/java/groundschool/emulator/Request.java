package groundschool.emulator;

import java.util.List;

/// A request to a service, which knows how to run itself. Its record components are the members of
/// the operation's input.
///
/// It is either an `Operation`, one transition, or an `Interaction`, which waits.
///
/// @param <S> the service's state in one sandbox
public interface Request<S> {

    /// Works out what needs no state, such as expressions, before others are kept from the
    /// sandbox's storage. What this refuses, `access` would refuse first.
    ///
    /// @throws AwsException if the service would refuse
    default void prepare(Call call) {}

    /// What IAM is asked before this runs: every action on every resource that it touches.
    List<Access> access(S store, Call call);
}
