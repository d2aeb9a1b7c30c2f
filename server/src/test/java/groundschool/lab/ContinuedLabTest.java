package groundschool.lab;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.ContentReader;
import groundschool.content.ContentReader.Result;
import groundschool.content.Lab;
import groundschool.content.Problem;
import groundschool.emulator.http.PortTakenException;
import groundschool.lab.check.CheckRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab that goes on in the sandbox of another.
class ContinuedLabTest {

    private final Lab second;
    private final LabSite site;

    ContinuedLabTest(@TempDir Path data, @TempDir Path labs)
            throws IOException, PortTakenException {
        write(labs, "first", "", "t");
        write(labs, "second", "continues: first", "u");
        var read = (Result.Loaded) read(labs);
        second = read.catalogue().lab("second").orElseThrow();
        site = new LabSite(data, read.catalogue().lab("first").orElseThrow(), second);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void waits_for_the_lab_before_it() {
        assertThat(site.get("/labs/second").body())
                .contains("This lab goes on where another one ends")
                .contains("href=\"/labs/first\"")
                .doesNotContain("data-terminal");
        assertThat(site.desk.runs(site.visitors.local().id())).isEmpty();
    }

    @Test
    void finds_what_the_lab_before_it_left() {
        site.get("/labs/second");
        assertThat(site.post("/labs/second/catch-up").statusCode()).isEqualTo(303);

        var page = site.get("/labs/second").body();

        assertThat(page).contains("It goes on in the account of", "0 of 1 checks");
        var bench = site.desk.open(site.visitors.local().id(), second);
        var first = site.desk.runs(site.visitors.local().id()).getFirst();
        assertThat(bench.run().sandboxId()).isEqualTo(first.sandboxId());
        assertThat(bench.run().variables()).containsAllEntriesOf(first.variables());
        var typed =
                bench.type(
                        "aws dynamodb list-tables --query TableNames --output text; ls", _ -> {});
        assertThat(typed.outputText()).contains(first.variables().get("t"), "t.txt", "u.txt");

        assertThat(bench.type(second.solution().text(), _ -> {}).exitCode()).isZero();
        assertThat(bench.check().complete()).isTrue();
    }

    @Test
    void is_reset_to_where_it_began() {
        site.desk.catchUp(site.visitors.local().id(), second);
        var bench = site.desk.open(site.visitors.local().id(), second);
        bench.type(second.solution().text() + "\nrm t.txt", _ -> {});

        bench.reset();

        var typed =
                bench.type("aws dynamodb list-tables --query 'length(TableNames)'; ls", _ -> {});
        assertThat(typed.outputText()).contains("1\\n", "t.txt");
        assertThat(bench.check().score()).isZero();
    }

    @Test
    void says_where_the_steps_before_it_stopped(@TempDir Path data, @TempDir Path labs)
            throws Exception {
        write(labs, "first", "", "t");
        Files.writeString(labs.resolve("first/solution.sh"), "# step: make\naws no-such-command\n");
        write(labs, "second", "continues: first", "u");
        var read = (Result.Loaded) read(labs);
        try (var broken = new LabSite(data, read.catalogue().labs().toArray(Lab[]::new))) {
            broken.get("/labs/second");

            var page = broken.post("/labs/second/catch-up");

            assertThat(page.body())
                    .contains("The steps could not be done for you")
                    .contains("Invalid choice, valid choices are");
        }
    }

    @Test
    void a_lab_continues_one_that_there_is_and_not_itself(@TempDir Path labs) throws IOException {
        write(labs, "one", "continues: two", "t");
        write(labs, "two", "continues: one", "u");
        write(labs, "three", "continues: four", "v");

        assertThat(read(labs).problems())
                .filteredOn(Problem::refuses)
                .extracting(Problem::message)
                .contains("the labs that this one continues lead back to it");
        assertThat(read(labs).problems())
                .extracting(Problem::message)
                .contains("there is no lab `four` in the courses that were read");
    }

    private static Result read(Path labs) throws IOException {
        var noCourses = Files.createDirectories(labs.resolve("none"));
        return new ContentReader(new CheckRule(), List.of()).read(noCourses, labs);
    }

    /// A lab whose one step makes a table that its variable names.
    private static void write(Path labs, String id, String continues, String table)
            throws IOException {
        var folder = Files.createDirectories(labs.resolve(id));
        Files.createDirectories(folder.resolve("wrong"));
        Files.createDirectories(folder.resolve("starter"));
        Files.writeString(folder.resolve("starter/" + table + ".txt"), "A file.\n");
        Files.writeString(folder.resolve("wrong/there-" + table + ".sh"), "true\n");
        Files.writeString(
                folder.resolve("solution.sh"),
                """
                # step: make
                aws dynamodb create-table --table-name "$%s" --billing-mode PAY_PER_REQUEST --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH
                """
                        .formatted(table.toUpperCase(Locale.ROOT)));
        Files.writeString(
                folder.resolve("lab.md"),
                """
                ---
                id: %1$s
                title: The %1$s one
                minutes: 5
                %2$s
                objectives: ["1.1.1"]
                services: [dynamodb]
                variables: { %3$s: "%3$s-${random}" }
                ---

                A story.

                ## Make {#make}

                Make it.

                ```check
                id: there-%3$s
                title: It is there
                points: 100
                call: dynamodb DescribeTable
                input: { TableName: "${%3$s}" }
                expect: { Table.TableStatus: ACTIVE }
                why: Because.
                ```
                """
                        .formatted(id, continues, table));
    }
}
