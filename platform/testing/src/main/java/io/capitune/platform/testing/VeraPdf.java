package io.capitune.platform.testing;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The reference judge of PDF/UA and PDF/A. A module that asks it needs {@code org.verapdf:validation-model}. */
public final class VeraPdf {

    private static final List<PDFAFlavour> STANDARDS = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /** What a file breaks of PDF/UA-1 and PDF/A-2a: each rule once, with what is wrong and where; empty where all is well. */
    public static List<String> problems(byte[] pdf) {
        return STANDARDS.stream().flatMap(standard -> problems(pdf, standard)).toList();
    }

    private static Stream<String> problems(byte[] pdf, PDFAFlavour standard) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
                var validator = Foundries.defaultInstance().createValidator(standard, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(failed -> "%s, %s-%d: %s (%s)"
                            .formatted(
                                    standard,
                                    failed.getRuleId().getClause(),
                                    failed.getRuleId().getTestNumber(),
                                    failed.getMessage(),
                                    failed.getLocation().getContext()))
                    .distinct();
        } catch (Exception e) {
            throw new AssertionError("not to be judged by " + standard, e);
        }
    }
}
