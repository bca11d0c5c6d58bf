package io.capitune.notification.mailbox;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.capitune.notification.delivery.Mails;
import io.capitune.notification.delivery.Message;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The local mailbox for tests and scripts. */
@LocalOnly
@Path("/dev/mail/api/messages")
@RunOnVirtualThread
public class MessageResource {

    private static final int LIMIT = 500;

    private final Mails mails;

    MessageResource(Mails mails) {
        this.mails = mails;
    }

    /** The mails to an address, or all of them: newest first, at most 500. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Message> messages(@QueryParam("to") @Nullable String to) {
        return mails.inbox(to, LIMIT);
    }
}
