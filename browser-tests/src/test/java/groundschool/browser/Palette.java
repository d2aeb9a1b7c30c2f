package groundschool.browser;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/// Writes a picture of a page in its 256 most frequent colours, which nobody can tell from all of
/// them and which takes a third of the space.
final class Palette {

    private static final int MOST = 256;

    private Palette() {}

    /// @param png as the browser took it
    static void write(byte[] png, Path file) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        var colours = mostFrequent(picture);
        var places = new HashMap<Integer, Integer>();
        var small =
                new BufferedImage(
                        picture.getWidth(),
                        picture.getHeight(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        new IndexColorModel(
                                8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
        var raster = small.getRaster();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                var place =
                        places.computeIfAbsent(picture.getRGB(x, y), rgb -> nearest(rgb, colours));
                raster.setSample(x, y, 0, place);
            }
        }
        ImageIO.write(small, "png", file.toFile());
    }

    private static int[] mostFrequent(BufferedImage picture) {
        var counts = new HashMap<Integer, Integer>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int rgb, int[] colours) {
        var best = 0;
        for (int place = 1; place < colours.length; place++) {
            if (distance(rgb, colours[place]) < distance(rgb, colours[best])) {
                best = place;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        var sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            var difference = (one >> shift & 255) - (other >> shift & 255);
            sum += difference * difference;
        }
        return sum;
    }
}
