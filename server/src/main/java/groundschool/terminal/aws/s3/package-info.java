/// The high-level commands of the AWS CLI for S3: `aws s3 cp`, `sync`, `ls` and the like, made of
/// the same calls as there.
///
/// Source: [aws s3](https://docs.aws.amazon.com/cli/latest/reference/s3/)
@NullMarked
package groundschool.terminal.aws.s3;

import org.jspecify.annotations.NullMarked;
