/// What labs and lessons that run have in common: a sandbox of a learner's own, and a terminal
/// beside it.
@NullMarked
package groundschool.station;

import org.jspecify.annotations.NullMarked;
