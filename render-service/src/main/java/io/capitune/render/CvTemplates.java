package io.capitune.render;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.document.CvDocument;
import io.quarkus.qute.Engine;

/**
 * The templates that a CV can be printed with: each file of {@code templates/cv/} is one, under its own name, so that a new one
 * needs no code.
 */
@ApplicationScoped
public class CvTemplates {

    private static final String FOLDER = "cv/";
    private static final Pattern NAME = Pattern.compile("[a-z]{1,20}");

    private final Engine engine;

    CvTemplates(Engine engine) {
        this.engine = engine;
    }

    /** Whether there is a template of that name. */
    public boolean exists(String name) {
        return NAME.matcher(name).matches() && engine.getTemplate(FOLDER + name) != null;
    }

    /** The CV as one HTML page without scripts or outside resources, by a template that exists. */
    public String render(String name, CvDocument cv, PageSize size) {
        return engine.getTemplate(FOLDER + name)
                .data("page", new CvPage(cv, size))
                .render();
    }
}
