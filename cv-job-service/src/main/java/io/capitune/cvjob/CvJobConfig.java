package io.capitune.cvjob;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may change about CV jobs. */
@ConfigMapping(prefix = "capitune")
public interface CvJobConfig {

    /** The plan of an account that was never put on another. */
    String DEFAULT_PLAN = "free";

    /** Plans by name; {@value #DEFAULT_PLAN} has to be among them. */
    Map<String, Plan> plans();

    Rate rate();

    Corrections corrections();

    /** Names of the templates, the default first. */
    @WithDefault("classique,moderne")
    List<String> templates();

    /** Where a month begins. */
    @WithDefault("Europe/Paris")
    ZoneId timeZone();

    OpenAi openai();

    Pictures pictures();

    /** What one plan includes. */
    interface Plan {

        /** CVs a month. */
        int monthly();

        /** How long the PDF of a CV is kept after it was printed; zero is until its owner deletes it. */
        @WithDefault("0")
        Duration keepFiles();
    }

    /** How fast one account may submit. */
    interface Rate {

        /** Accepted submissions within {@link #window()}. */
        @WithDefault("10")
        int submissions();

        @WithDefault("1m")
        Duration window();

        /** Submissions of one account are accepted one after the other; one whose turn does not come within so long is refused. */
        @WithDefault("5s")
        Duration patience();
    }

    /** Corrections, which cost no unit. */
    interface Corrections {

        /** How often one CV may be corrected. */
        @WithDefault("10")
        int perCv();
    }

    /** The language model that the workers use; here only whether there is one. */
    interface OpenAi {

        Optional<String> baseUrl();

        Optional<String> model();
    }

    /** Pictures of first pages. */
    interface Pictures {

        /** Pages drawn at the same time. */
        @WithDefault("2")
        int atOnce();

        /** Pages that may wait to be drawn; more are refused. */
        @WithDefault("100")
        int waiting();

        /** How long a request waits for its picture. */
        @WithDefault("10s")
        Duration timeout();

        /** Bytes of pictures kept in memory. */
        @WithDefault("33554432")
        long remembered();
    }

    /** Whether the workers have a language model. */
    default boolean modelConfigured() {
        return openai().baseUrl().isPresent() && openai().model().isPresent();
    }
}
