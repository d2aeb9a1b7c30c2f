package groundschool.emulator.lambda.runtime;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A request's body whose length its head gave.
final class SizedBody extends InputStream {

    private final InputStream in;
    private long rest;

    SizedBody(InputStream in, long length) {
        this.in = in;
        this.rest = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (rest <= 0) {
            return -1;
        }
        int count = in.read(into, from, (int) Math.min(length, rest));
        if (count < 0) {
            throw new EOFException("the body was cut off");
        }
        rest -= count;
        return count;
    }
}
