package io.capitune.auth.account;

/** An account that is to be opened. */
public record NewAccount(EmailAddress email, String role, String locale) {}
