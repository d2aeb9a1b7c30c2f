/// A command line of our own: `aws` and a few others, interpreted in this process.
@NullMarked
package groundschool.terminal;

import org.jspecify.annotations.NullMarked;
