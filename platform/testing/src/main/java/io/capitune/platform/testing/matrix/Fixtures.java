package io.capitune.platform.testing.matrix;

/** What a service's own test knows: how somebody of a role comes in, and how objects come about. */
public interface Fixtures {

    /** Somebody of that role whom no other call gave, so that no request meets what another one left. */
    Caller caller(Role role);

    /**
     * The request of a row. The plainest one will do where being told that something is missing (400, 422) shows that the caller
     * was let in; an endpoint with objects of owners makes one here.
     */
    default Call call(Endpoint endpoint, Owner owner, Caller caller) {
        return endpoint.emptyCall();
    }
}
