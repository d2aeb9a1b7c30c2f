/// The `aws` command line, driven by the API's models.
@NullMarked
package groundschool.terminal.aws;

import org.jspecify.annotations.NullMarked;
