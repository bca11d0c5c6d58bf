package io.capitune.auth.signin;

import io.capitune.auth.account.EmailAddress;

/**
 * Somebody asks for a sign-in mail.
 *
 * @param browser the secret of the asking browser's sign-in cookie
 * @param source the network address that asks
 * @param locale language of the mail, and of an account that begins with it
 * @param shared whether others use the device
 */
public record SignInRequest(
        EmailAddress address, String browser, String source, NextPath next, String locale, boolean shared) {}
