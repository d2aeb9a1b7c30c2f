package groundschool.bench.process;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// The most that another Java process has had in its heap since it was last asked to forget: the
/// sum of what each pool had at its fullest, garbage included, so that it is never less than the
/// truth.
public final class HeapPeak implements AutoCloseable {

    private final JMXConnector connector;
    private final List<MemoryPoolMXBean> pools;

    private HeapPeak(JMXConnector connector, List<MemoryPoolMXBean> pools) {
        this.connector = connector;
        this.pools = pools;
    }

    /// Begins to look at a process, which is a child of this one and says nothing but numbers.
    @SuppressWarnings("BanJNDI")
    public static HeapPeak of(Child child) throws IOException {
        var connector = JMXConnectorFactory.connect(new JMXServiceURL(address(child)));
        var pools =
                ManagementFactory.getPlatformMXBeans(
                                connector.getMBeanServerConnection(), MemoryPoolMXBean.class)
                        .stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .toList();
        return new HeapPeak(connector, pools);
    }

    private static String address(Child child) throws IOException {
        try {
            var process = VirtualMachine.attach(Long.toString(child.pid()));
            try {
                return process.startLocalManagementAgent();
            } finally {
                process.detach();
            }
        } catch (AttachNotSupportedException refusal) {
            throw new IOException("The process cannot be looked into", refusal);
        }
    }

    public void forget() {
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    public double megabytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
