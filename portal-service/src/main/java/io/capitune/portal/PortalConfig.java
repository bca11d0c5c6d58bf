package io.capitune.portal;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** What the public pages have to say truthfully about this installation. */
@ConfigMapping(prefix = "capitune")
public interface PortalConfig {

    /** The language model, as pdf-worker is told; absent where CVs are composed by rules. */
    Openai openai();

    /** How e-mails leave, as notification-service is told. */
    Mail mail();

    /** Who answers for this installation. */
    Legal legal();

    /** The OpenID providers that people may sign in with, as auth-service is told. */
    Optional<List<String>> providers();

    /** An OpenAI-compatible language model. */
    interface Openai {
        /** Its address; without one, texts stay here. */
        Optional<URI> baseUrl();

        /** Its name; with the address it makes a model configured, here as in the services that use it. */
        Optional<String> model();
    }

    /** Mail providers. */
    interface Mail {
        /** Resend's REST service. */
        Resend resend();

        /** Any SMTP server. */
        Smtp smtp();

        /** Presence of the key says that Resend is used. */
        interface Resend {
            /** The key. */
            Optional<String> apiKey();
        }

        /** Presence of the host says that SMTP is used. */
        interface Smtp {
            /** The server's name. */
            Optional<String> host();
        }
    }

    /** The legal notice; a public installation fills all of it. */
    interface Legal {
        /** Person or company who publishes the site. */
        Optional<String> publisher();

        /** Its postal address. */
        Optional<String> address();

        /** Where to write about rights and anything else. */
        Optional<String> contact();

        /** Name and address of the hosting company. */
        Optional<String> host();
    }
}
