package io.capitune.bench.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks another JVM of this user, by the tool of the JDK that runs this one. */
final class Jcmd {

    private Jcmd() {}

    /** Collects all garbage of a JVM, has the C library give back what was freed, and tells of the heap as it is then. */
    static SerialHeap collected(long pid) throws IOException, InterruptedException {
        ask(pid, "GC.run");
        ask(pid, "System.trim_native_heap");
        return SerialHeap.read(ask(pid, "GC.heap_info"));
    }

    private static String ask(long pid, String question) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        var process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), question)
                .redirectErrorStream(true)
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd %d %s: %s".formatted(pid, question, answer));
        }
        return answer;
    }
}
