/// JMESPath over JSON trees, as `--query` of the terminal and `expect` of a lab's checks use it.
@NullMarked
package groundschool.jmespath;

import org.jspecify.annotations.NullMarked;
