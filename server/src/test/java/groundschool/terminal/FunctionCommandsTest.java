package groundschool.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.OnPath;
import groundschool.terminal.shell.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A function from its file to its log, by commands alone.
class FunctionCommandsTest {

    private static final String FUNCTION =
            """
            cat > index.py <<'EOF'
            def handler(event, context):
                print("baking", event["product"])
                return {"baked": event["product"]}
            EOF
            zip -q function.zip index.py
            cat > trust.json <<'EOF'
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
              "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
            EOF
            ROLE=$(aws iam create-role --role-name baker --assume-role-policy-document file://trust.json --query Role.Arn --output text)
            aws iam attach-role-policy --role-name baker --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
            aws lambda create-function --function-name bake --runtime python3.13 --handler index.handler \\
              --role $ROLE --zip-file fileb://function.zip --query '[FunctionName, Handler]' --output text
            aws lambda wait function-active-v2 --function-name bake
            """;

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_archive_holds_the_files_that_it_was_given() throws IOException {
        var result =
                desk.type(
                        """
                        echo one > a.mjs; echo two > b.mjs
                        zip function a.mjs ./b.mjs
                        zip function.zip a.mjs
                        """);

        assertThat(result.error()).isEmpty();
        assertThat(result.out())
                .isEqualTo(
                        """
                          adding: a.mjs (stored 0%)
                          adding: b.mjs (stored 0%)
                        updating: a.mjs (stored 0%)
                        """);
        var archive = desk.terminal().workspace().bytes("function.zip").orElseThrow();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("a.mjs");
            assertThat(new String(zip.readAllBytes())).isEqualTo("one\n");
            assertThat(zip.getNextEntry().getName()).isEqualTo("b.mjs");
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void zip_takes_a_folder_only_when_told_to_and_patterns_and_never_the_archive_itself() {
        desk.type("echo one > src/a.mjs; echo two > src/b.py; echo three > c.mjs");

        assertThat(desk.type("zip f.zip src").error()).contains("zip -r");
        assertThat(desk.type("zip -r f.zip src").out()).contains("src/a.mjs", "src/b.py");
        assertThat(desk.type("zip -j g.zip src/a.mjs").out()).startsWith("  adding: a.mjs");
        assertThat(desk.type("zip h.zip '*.mjs'").out()).contains("c.mjs").doesNotContain("src");
        assertThat(desk.type("zip -r f.zip .").out()).contains("c.mjs").doesNotContain("f.zip");
    }

    @Test
    void zip_says_what_it_cannot_do() {
        var nothing = desk.type("zip function.zip nope.mjs");
        assertThat(nothing.exitCode()).isEqualTo(12);
        assertThat(nothing.error())
                .isEqualTo(
                        "\tzip warning: name not matched: nope.mjs\n\nzip error: Nothing to do! (function.zip)\n");
        assertThat(desk.type("zip").exitCode()).isEqualTo(16);
        assertThat(desk.type("zip -e f.zip a").error()).contains("no option -e");
        var broken = desk.type("echo a > a; echo b > b.zip; zip b.zip a");
        assertThat(broken.exitCode()).isEqualTo(3);
        assertThat(broken.error()).contains("structure invalid (b.zip)");
    }

    @Test
    void a_workspace_begins_again_with_an_archive_to_the_byte() {
        desk.type("echo bread > a.txt; zip f.zip a.txt");
        var workspace = desk.terminal().workspace();

        var again = new Workspace(workspace.texts());

        assertThat(again.names()).isEqualTo(workspace.names());
        assertThat(again.bytes("f.zip").orElseThrow())
                .isEqualTo(workspace.bytes("f.zip").orElseThrow());
        assertThat(again.text("a.txt")).hasValue("bread\n");
    }

    @Test
    void code_that_is_no_archive_is_refused_before_the_call() {
        var text = desk.type("aws lambda update-function-code --function-name a --zip-file a.zip");
        assertThat(text.exitCode()).isEqualTo(255);
        assertThat(text.error()).contains("--zip-file must be a zip file with the fileb:// prefix");
        var within =
                desk.type(
                        "aws lambda create-function --function-name a --role b --code ZipFile=fileb://a.zip");
        assertThat(within.error())
                .contains("ZipFile cannot be provided as part of the --code argument");
    }

    @Test
    void an_invocation_wants_a_file_for_its_answer() {
        assertThat(desk.type("aws lambda invoke --function-name a").error())
                .contains("the following arguments are required: outfile");
        assertThat(desk.type("aws lambda invoke out.json").error())
                .contains("the following arguments are required: --function-name");
        assertThat(desk.type("aws lambda invoke --function-name a out.json more").error())
                .contains("Unknown options: more");
        assertThat(desk.type("aws lambda invoke help").out()).contains("<outfile>");
    }

    @Test
    void runs_a_function_and_reads_its_log() {
        assumeTrue(OnPath.has("python3"), "no python3 on PATH");
        var made = desk.type(FUNCTION);
        assertThat(made.error()).isEmpty();
        assertThat(made.out()).isEqualTo("bake\tindex.handler\n");

        var invoked =
                desk.type(
                        """
                        aws lambda invoke --function-name bake --cli-binary-format raw-in-base64-out --payload '{"product": "knot"}' out.json
                        cat out.json
                        """);
        assertThat(invoked.error()).isEmpty();
        assertThat(invoked.out())
                .isEqualTo(
                        """
                        {
                            "StatusCode": 200,
                            "ExecutedVersion": "$LATEST"
                        }
                        {"baked": "knot"}\
                        """);

        var failed =
                desk.type(
                        """
                        echo '{}' > event.json
                        aws lambda invoke --function-name bake --cli-binary-format raw-in-base64-out --payload fileb://event.json --query FunctionError --output text /dev/stdout
                        """);
        assertThat(failed.out()).contains("KeyError").endsWith("Unhandled\n");

        assertThat(
                        desk.type(
                                        "aws logs filter-log-events --log-group-name /aws/lambda/bake --filter-pattern baking --query 'events[].message' --output text")
                                .out())
                .contains("baking knot");
    }

    @Test
    void a_payload_is_base64_unless_said_otherwise() {
        var result =
                desk.type(
                        "aws lambda invoke --function-name a --payload '{\"product\": 1}' out.json");

        assertThat(result.exitCode()).isEqualTo(255);
        assertThat(result.error()).contains("Invalid base64: \"{\"product\": 1}\"");
    }
}
