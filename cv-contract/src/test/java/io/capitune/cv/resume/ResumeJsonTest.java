package io.capitune.cv.resume;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ResumeJsonTest {

    @Test
    void readsExtrasAndIgnoresWhatItDoesNotKnow() {
        Resume resume = ResumeJson.read("""
                {"basics":{"name":"A","image":"https://x.fr/a.png","nick":"b"},
                 "work":[{"position":"P","startDate":"2021-03","endDate":"","meta":{"capitune":{"contract":"CDI"},"x":1}}],
                 "education":[{"meta":{"capitune":{"rncpLevel":5}}}],
                 "references":[{"name":"R"}],
                 "meta":{"capitune":{"profile":"career-change","drivingLicence":"B"}}}""");

        assertThat(resume.work().getFirst().contract()).isEqualTo("CDI");
        assertThat(resume.work().getFirst().startDate()).isEqualTo(new PartialDate(2021, 3, 0));
        assertThat(resume.work().getFirst().endDate()).isNull();
        assertThat(resume.education().getFirst().rncpLevel()).isEqualTo(5);
        assertThat(resume.extras().profile()).isEqualTo(ResumeProfile.CAREER_CHANGE);
        assertThat(resume.extras().rqth()).isFalse();
        assertThat(resume.skills()).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        Resume resume =
                ResumeJson.read("{\"basics\":{\"name\":\"Zoë\"},\"awards\":[{\"title\":\"T\",\"date\":\"2020-05\"}]}");
        assertThat(ResumeJson.read(ResumeJson.write(resume))).isEqualTo(resume);
    }

    @Test
    void refusesAnotherShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> ResumeJson.read("{\"work\":[]}"));
        assertThatIllegalArgumentException().isThrownBy(() -> ResumeJson.read("{"));
    }
}
