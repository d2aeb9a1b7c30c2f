package groundschool.emulator;

import java.util.Set;

/// How a request over HTTP says which service it is for, and which operation. The API model says it
/// too; here it stands so that a request finds its service without any model having been read. A
/// test holds the two together.
public sealed interface Address {

    /// By its header `X-Amz-Target`, as `Prefix.Operation`.
    ///
    /// @param prefix such as `DynamoDB_20120810`
    record Target(String prefix) implements Address {}

    /// By the form fields `Action` and `Version`.
    ///
    /// @param version such as `2010-05-08`
    record Query(String version) implements Address {}

    /// By method and path.
    ///
    /// @param roots the first segments that paths may have, such as `2015-03-31`; empty if they may
    ///   have any
    record Paths(Set<String> roots) implements Address {
        public Paths {
            roots = Set.copyOf(roots);
        }
    }
}
