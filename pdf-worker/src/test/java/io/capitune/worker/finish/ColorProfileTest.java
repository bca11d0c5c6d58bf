package io.capitune.worker.finish;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ColorProfileTest {

    /** Of 1; an eighth of what one step of 255 is. */
    private static final float TOLERANCE = 0.0005f;

    @Test
    void bundledProfileMeansWhatSrgbMeans() {
        var bundled = new ICC_ColorSpace(ICC_Profile.getInstance(Resources.bytes("/finish/srgb.icc")));
        for (var color : new float[][] {{0, 0, 0}, {1, 1, 1}, {.3f, .5f, .7f}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}}) {
            var srgb = bundled.toRGB(color);
            for (var i = 0; i < color.length; i++) {
                assertThat(srgb[i]).isCloseTo(color[i], within(TOLERANCE));
            }
        }
    }
}
