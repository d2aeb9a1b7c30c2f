package groundschool.emulator.lambda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// Which files of an archive may be executed: a zip says so in its directory only, which Java's
/// reader of streams does not show.
///
/// Source: [APPNOTE.TXT](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), 4.3.12
final class Executables {

    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int EXECUTABLE = 0111;

    private Executables() {}

    static Set<String> of(byte[] zip) {
        var names = new HashSet<String>();
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = directory(bytes);
        while (at >= 0 && at + ENTRY_BYTES <= zip.length && bytes.getInt(at) == ENTRY) {
            int nameLength = bytes.getShort(at + 28) & 0xffff;
            int rest = (bytes.getShort(at + 30) & 0xffff) + (bytes.getShort(at + 32) & 0xffff);
            int mode = bytes.getInt(at + 38) >>> 16;
            if (at + ENTRY_BYTES + nameLength > zip.length) {
                break;
            }
            if ((mode & EXECUTABLE) != 0) {
                names.add(new String(zip, at + ENTRY_BYTES, nameLength, StandardCharsets.UTF_8));
            }
            at += ENTRY_BYTES + nameLength + rest;
        }
        return names;
    }

    private static int directory(ByteBuffer zip) {
        for (int at = zip.capacity() - END_BYTES; at >= 0; at--) {
            if (zip.getInt(at) == END) {
                return zip.getInt(at + 16);
            }
        }
        return -1;
    }
}
