package groundschool.emulator.s3.object;

import groundschool.emulator.sandbox.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The files of an object, read one after the other.
public final class Segments extends InputStream {

    private final Blobs blobs;
    private final Blobs.Pin pin;
    private final Iterator<Segment> left;
    private Optional<InputStream> current = Optional.empty();

    private Segments(Blobs blobs, Blobs.Pin pin, List<Segment> all) {
        this.blobs = blobs;
        this.pin = pin;
        this.left = all.iterator();
    }

    /// A range of an object's bytes. To be asked for in the transition that found the object; what
    /// becomes of the object then does not matter.
    public static Download read(Blobs blobs, List<Segment> all, long from, long length) {
        var wanted = range(all, from, length);
        var pin = blobs.pin(wanted.stream().map(Segment::blob).toList());
        return new Download(length, new Segments(blobs, pin, wanted));
    }

    /// The pieces that a range of bytes is in.
    public static List<Segment> range(List<Segment> all, long from, long length) {
        var wanted = new ArrayList<Segment>();
        long skip = from;
        long take = length;
        for (var segment : all) {
            if (skip >= segment.length()) {
                skip -= segment.length();
                continue;
            }
            long here = Math.min(segment.length() - skip, take);
            if (here > 0) {
                wanted.add(new Segment(segment.blob(), segment.from() + skip, here));
            }
            skip = 0;
            take -= here;
        }
        return wanted;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        while (true) {
            if (current.isEmpty()) {
                if (!left.hasNext()) {
                    return -1;
                }
                var next = left.next();
                current = Optional.of(blobs.open(next.blob(), next.from(), next.length()));
            }
            int got = current.get().read(bytes, offset, count);
            if (got >= 0) {
                return got;
            }
            current.get().close();
            current = Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        pin.close();
        if (current.isPresent()) {
            current.get().close();
        }
    }
}
