/// A small shell: variables, substitutions, quotes, and files in memory. There is no process behind
/// it.
@NullMarked
package groundschool.terminal.shell;

import org.jspecify.annotations.NullMarked;
