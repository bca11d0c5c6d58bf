package io.capitune.auth.signin;

/** What a link's token stands for. */
public sealed interface LinkState {

    /** A sign-in that can be completed. */
    record Live(SignIn signIn) implements LinkState {}

    /** One that is used or too old. */
    record Over(SignIn signIn) implements LinkState {}

    /** Nothing: cut off, tampered with, or long gone. */
    record Unknown() implements LinkState {}
}
