package io.capitune.bench.memory;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SerialHeapTest {

    @Test
    void bothGenerationsCount() {
        var heap = SerialHeap.read("""
            17259:
            DefNew     total 116224K, used 1024K [0x00000000e8000000, 0x00000000efe10000, 0x00000000f0000000)
             eden space 103360K,   4% used [0x00000000e8000000, 0x00000000e8444768, 0x00000000ee4f0000)
            Tenured    total 258048K, used 21504K [0x00000000f0000000, 0x00000000ffc00000, 0x0000000100000000)
             the  space 258048K,   8% used [0x00000000f0000000, 0x00000000f150aeb0, 0x00000000ffc00000)
            """);

        assertThat(heap).isEqualTo(new SerialHeap(22, 0xe8000000L, 0x100000000L));
    }

    @Test
    void anotherCollectorsHeapIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> SerialHeap.read("garbage-first heap   total 1M, used 2K"));
    }
}
