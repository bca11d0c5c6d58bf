package io.capitune.platform.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * A body on its way in. What exceeds the limit is read but not kept, since a sender that is cut off would not get to read the
 * answer; patience ends too.
 */
final class Arrival {

    static final long PATIENCE = 4L << 20;

    private final RoutingContext context;
    private final long limit;
    private final TooLarge tooLarge;
    private final Buffer body = Buffer.buffer();
    private long received;
    private boolean answered;

    Arrival(RoutingContext context, long limit, TooLarge tooLarge) {
        this.context = context;
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    void await() {
        context.request().handler(this::take).endHandler(end -> finish()).resume();
    }

    private void take(Buffer part) {
        received += part.length();
        if (received <= limit) {
            body.appendBuffer(part);
        } else if (received > PATIENCE) {
            finish();
        }
    }

    private void finish() {
        if (answered) {
            return;
        }
        answered = true;
        if (received > limit) {
            tooLarge.answer(context);
        } else {
            ((RoutingContextInternal) context).setBody(body);
            context.next();
        }
    }
}
