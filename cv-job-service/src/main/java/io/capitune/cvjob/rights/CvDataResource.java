package io.capitune.cvjob.rights;

import jakarta.ws.rs.Path;

import io.capitune.platform.personal.PersonalDataParts;
import io.capitune.platform.personal.PersonalDataResource;
import io.capitune.platform.security.CurrentUser;

/** The context of CVs. */
@Path(PersonalDataResource.PATH)
public class CvDataResource extends PersonalDataResource {

    CvDataResource(PersonalDataParts parts, CurrentUser caller) {
        super(parts, caller);
    }
}
