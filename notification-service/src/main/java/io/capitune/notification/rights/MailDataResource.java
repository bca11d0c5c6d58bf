package io.capitune.notification.rights;

import jakarta.ws.rs.Path;

import io.capitune.platform.personal.PersonalDataParts;
import io.capitune.platform.personal.PersonalDataResource;
import io.capitune.platform.security.CurrentUser;

/** The context of mails. */
@Path(PersonalDataResource.PATH)
public class MailDataResource extends PersonalDataResource {

    MailDataResource(PersonalDataParts parts, CurrentUser caller) {
        super(parts, caller);
    }
}
