package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentWatcherTest {

    @TempDir Path folder;
    CourseFixture course;
    Content content;
    ContentWatcher watcher;
    final LinkedBlockingQueue<Catalogue> published = new LinkedBlockingQueue<>();

    @BeforeEach
    void watch() throws IOException {
        course = new CourseFixture(folder);
        var reader = new ContentReader();
        content = new Content(reader.read(course.content, course.labs));
        content.subscribe((catalogue, _) -> published.add(catalogue));
        watcher =
                new ContentWatcher(
                        reader, course.content, course.labs, content, Duration.ofMillis(200));
    }

    @AfterEach
    void stop() throws IOException {
        watcher.close();
    }

    private Catalogue nextPublished() throws InterruptedException {
        var next = published.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("published").isNotNull();
        return next == null ? Catalogue.EMPTY : next;
    }

    @Test
    void publishes_what_was_saved() throws InterruptedException {
        course.lessonWith("Three of them.");

        assertThat(nextPublished().lesson("mooring").orElseThrow().text()).contains("Three");
        assertThat(content.catalogue().lesson("mooring").orElseThrow().text()).contains("Three");
    }

    @Test
    void keeps_the_last_good_catalogue_when_a_broken_file_is_saved() throws InterruptedException {
        course.lessonWith("![](gone.svg)");

        assertThat(nextPublished().lesson("mooring").orElseThrow().text()).contains("Two");
        assertThat(content.problems()).hasSize(2);
    }

    @Test
    void sees_folders_that_are_new() throws InterruptedException {
        course.write("02-sea/unit.md", "---\nid: sea\ntitle: At sea\n---\n");

        while (content.catalogue().unit("sea").isEmpty()) {
            nextPublished();
        }

        course.write("02-sea/unit.md", "---\nid: sea\ntitle: On the sea\n---\n");
        while (!content.catalogue().unit("sea").orElseThrow().title().equals("On the sea")) {
            nextPublished();
        }
    }
}
