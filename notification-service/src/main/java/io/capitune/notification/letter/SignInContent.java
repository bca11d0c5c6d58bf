package io.capitune.notification.letter;

/** What auth-service seals into {@code signin.requested}. */
record SignInContent(String email, String url, String code, String locale) {

    @Override
    public String toString() {
        return "a sign-in";
    }
}
