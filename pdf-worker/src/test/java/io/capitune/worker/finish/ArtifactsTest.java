package io.capitune.worker.finish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArtifactsTest {

    private static String marked(String content) {
        var bytes = Artifacts.marked(content.getBytes(StandardCharsets.ISO_8859_1), name -> {});
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void staysAsItIs(String content) {
        assertThat(marked(content)).isEqualTo(content);
    }

    @Test
    void pathIsMarkedFromItsFirstOperand() {
        assertThat(marked("q\n1 g\n0 0 9 9 re\n1 1 2 2 re\nf\nQ"))
                .isEqualTo("q\n1 g\n/Artifact BMC\n0 0 9 9 re\n1 1 2 2 re\nf\nEMC\nQ");
    }

    @Test
    void clipPaintsNothing() {
        staysAsItIs("q\n0 0 9 9 re\nW* n\nQ");
    }

    @Test
    void pathAfterAClipIsMarkedAlone() {
        assertThat(marked("0 0 9 9 re W n 1 1 m 2 2 l S"))
                .isEqualTo("0 0 9 9 re W n /Artifact BMC\n1 1 m 2 2 l S\nEMC");
    }

    @Test
    void taggedContentStaysAsItIs() {
        staysAsItIs("/P <</MCID 0 >>BDC\nBT (x) Tj ET\n0 0 1 1 re f /X Do\nEMC");
        staysAsItIs("/P <</MCID 0 >>BDC /Span <</ActualText (fi)>> BDC (x) Tj EMC (y) Tj EMC");
        staysAsItIs("/Artifact BMC 0 0 1 1 re f EMC");
    }

    @Test
    void spellingOutALigatureIsNoTag() {
        assertThat(marked("BT /Span <</ActualText (fi)>> BDC <01> Tj EMC ET"))
                .isEqualTo("BT /Span <</ActualText (fi)>> BDC /Artifact BMC\n<01> Tj\nEMC EMC ET");
    }

    @Test
    void operatorsInsideOfStringsNamesAndCommentsAreNone() {
        staysAsItIs("/f /Tj gs % S f\n[(f \\) (S) f) <53>] 0 d\n");
    }

    @Test
    void drawnOutsideOfTagsIsTold() {
        var names = new ArrayList<String>();
        var content = "/X1 Do /P <</MCID 0>> BDC /X2 Do EMC /X3\nDo";
        Artifacts.marked(content.getBytes(StandardCharsets.ISO_8859_1), names::add);
        assertThat(names).containsExactly("X1", "X3");
    }
}
