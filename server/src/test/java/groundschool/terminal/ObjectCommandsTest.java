package groundschool.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Objects of S3, from files of the workspace and into them.
class ObjectCommandsTest {

    private final Desk desk = new Desk();

    @BeforeEach
    void makeBucket() {
        var made =
                desk.type(
                        "aws s3api create-bucket --bucket crumbs --create-bucket-configuration LocationConstraint=eu-west-1");
        assertThat(made.exitCode()).as(made.error()).isZero();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_file_becomes_an_object_and_an_object_a_file() {
        var result =
                desk.type(
                        """
                        echo 'nine trays of rolls' > friday.txt
                        aws s3api put-object --bucket crumbs --key friday --body friday.txt --query ETag --output text
                        aws s3api get-object --bucket crumbs --key friday back.txt --query ContentLength
                        cat back.txt
                        """);

        assertThat(result.error()).isEmpty();
        assertThat(result.out()).contains("20\nnine trays of rolls\n");
    }

    @Test
    void a_body_is_the_path_of_a_file() {
        var result = desk.type("aws s3api put-object --bucket crumbs --key a --body gone.txt");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.error())
                .contains(
                        "Error parsing parameter '--body': Blob values must be a path to a file.");
    }

    @Test
    void the_commands_that_copy_whole_folders_are_said_not_to_be_here() {
        assertThat(desk.type("aws s3 ls").error())
                .contains("s3 is a service of AWS that is not here yet");
    }
}
