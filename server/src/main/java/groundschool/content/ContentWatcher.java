package groundschool.content;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads content again when a file is saved. It is told by the file system, waits until the saving
/// is over, and looks by itself now and then, in case it was not told.
public final class ContentWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContentWatcher.class);
    private static final Duration QUIET = Duration.ofMillis(50);
    private static final int MOST_BATCHES = 10;

    private final ContentReader reader;
    private final List<Path> folders;
    private final Content content;
    private final WatchService events;
    private final Duration interval;
    private final Map<Path, WatchKey> watched = new HashMap<>();
    private final Thread thread;

    /// Begins to watch.
    ///
    /// @param content where the results go
    /// @throws IOException if the system cannot watch any more files
    public ContentWatcher(
            ContentReader reader, Path contentFolder, Path labsFolder, Content content)
            throws IOException {
        this(reader, contentFolder, labsFolder, content, lookEvery());
    }

    /// @param interval how often it looks without being told
    ContentWatcher(
            ContentReader reader,
            Path contentFolder,
            Path labsFolder,
            Content content,
            Duration interval)
            throws IOException {
        this.reader = reader;
        this.folders = List.of(contentFolder, labsFolder);
        this.content = content;
        this.interval = interval;
        this.events = FileSystems.getDefault().newWatchService();
        var first = look();
        this.thread = Thread.ofVirtual().name("content-watcher").start(() -> watch(first));
    }

    /// The JDK's watcher on macOS looks itself only every few seconds.
    private static Duration lookEvery() {
        return System.getProperty("os.name", "").startsWith("Mac")
                ? Duration.ofMillis(150)
                : Duration.ofSeconds(2);
    }

    private void watch(Map<Path, List<Object>> first) {
        var seen = first;
        try {
            while (true) {
                var told = wasTold();
                var now = look();
                if (told || !now.equals(seen)) {
                    readAgain();
                }
                seen = now;
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.debug("no longer watching content");
        }
    }

    /// Waits for a saved file, and then until no more are saved.
    private boolean wasTold() throws InterruptedException {
        var key = events.poll(interval.toMillis(), TimeUnit.MILLISECONDS);
        var told = key != null;
        for (var batches = 0; key != null && batches < MOST_BATCHES; batches++) {
            key.pollEvents();
            key.reset();
            key = events.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
        return told;
    }

    private void readAgain() {
        try {
            content.publish(reader.read(folders.getFirst(), folders.getLast()));
        } catch (RuntimeException e) {
            LOG.error("content could not be read again", e);
        }
    }

    /// Looks at all files and watches all folders.
    private Map<Path, List<Object>> look() {
        var seen = new HashMap<Path, List<Object>>();
        for (var folder : folders) {
            try {
                if (Files.isDirectory(folder)) {
                    Files.walkFileTree(folder, new Visitor(seen));
                }
            } catch (IOException e) {
                LOG.debug("a folder changed while it was looked at", e);
            }
        }
        watched.values().removeIf(key -> !key.isValid());
        return seen;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Map<Path, List<Object>> seen;

        private Visitor(Map<Path, List<Object>> seen) {
            this.seen = seen;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            var name = folder.getFileName();
            if (name != null && name.toString().matches("\\.[^.].*")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!watched.containsKey(folder)) {
                watched.put(
                        folder,
                        folder.register(
                                events,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            seen.put(file, List.of(attributes.lastModifiedTime(), attributes.size()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
        thread.interrupt();
    }
}
