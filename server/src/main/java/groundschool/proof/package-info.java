/// Answer keys that are executed: runs the proofs of questions, and shows what they gave.
@NullMarked
package groundschool.proof;

import org.jspecify.annotations.NullMarked;
