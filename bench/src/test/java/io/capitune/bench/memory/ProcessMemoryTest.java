package io.capitune.bench.memory;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessMemoryTest {

    private static final String SMAPS = """
        47000000-47001000 ---p 00000000 00:00 0
        Size:                  4 kB
        Rss:                1024 kB
        e8000000-f0000000 rw-p 00000000 00:00 0
        Rss:              100000 kB
        f0000000-100000000 rw-p 00000000 00:00 0
        Rss:              200000 kB
        7f0000000000-7f0000001000 r-xp 00000000 fe:00 12 /usr/lib/libjvm.so
        Rss:                2048 kB
        """;

    @Test
    void theHeapDoesNotCount() {
        assertThat(ProcessMemory.residentOutside(SMAPS.lines(), 0xe8000000L, 0x100000000L))
                .isEqualTo(3);
    }
}
